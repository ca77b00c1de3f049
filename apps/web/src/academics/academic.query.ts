import { reading } from '../api/queries';
import { AcademicProfileDocument } from '../generated/graphql';

export const academicProfile = (id: string) => reading('academic', AcademicProfileDocument, { id });
