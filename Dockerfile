# One image for the API, the worker and the preparation: the command says which.
FROM node:24-bookworm-slim AS build
WORKDIR /benchside
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build && npm run build:web && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /benchside
COPY --from=build /benchside/package.json ./
COPY --from=build /benchside/node_modules ./node_modules
COPY --from=build /benchside/dist ./dist
# Vocabularies, weights and word lists are data, read from where they are written.
COPY --from=build /benchside/libs ./libs
COPY --from=build /benchside/apps/web/pages.json ./apps/web/pages.json
COPY --from=build /benchside/apps/web/src/generated/persisted-documents.json ./apps/web/src/generated/persisted-documents.json
RUN install -d -o node -g node /benchside/var
USER node
EXPOSE 3000
CMD ["node", "--max-old-space-size=192", "--max-semi-space-size=8", "dist/apps/api/main.js"]
