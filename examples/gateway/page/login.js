// Requests to the login: who the user is, and what only the host may ask for.
export async function ask(path, data) {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(data) });
  const { text, ...result } = await response.json();
  if (!response.ok) throw new Error(text);
  return result;
}
