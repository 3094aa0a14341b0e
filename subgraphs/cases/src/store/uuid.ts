/** Ids are opaque to clients; one that is no uuid names no row, and PostgreSQL would not even compare it. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
