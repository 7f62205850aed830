/** @param {unknown} id */
export const isId = (id) => Number.isSafeInteger(id) && Number(id) >= 0;
