// Who is signed in no more is led to the sign-in, from where the way leads back.
(() => {
  const fetched = window.fetch;
  window.fetch = async (...request) => {
    const answer = await fetched(...request);
    if (answer.status === 401 && new URL(answer.url).origin === location.origin) {
      const here = location.pathname + location.search;
      location.assign(`/login?next=${encodeURIComponent(here)}`);
    }
    return answer;
  };
})();
