import type { CodegenConfig } from '@graphql-codegen/cli';

/** `npm run operations`: types for every operation of the pages, and the list of them that the server knows by hash. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'apps/web/src/**/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'apps/web/src/generated/': {
      preset: 'client',
      presetConfig: {
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
        fragmentMasking: { unmaskFunctionName: 'unmask' },
      },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        pureMagicComment: true,
        enumsAsTypes: true,
        scalars: { ID: 'string', DateTime: 'string' },
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
      },
    },
  },
};

export default config;
