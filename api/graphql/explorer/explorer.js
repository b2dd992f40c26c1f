// Sends the query and shows the answer; nothing is kept, and nothing is loaded from elsewhere.
const form = document.getElementById("question");
const answer = document.getElementById("answer");

function show(text) {
  answer.textContent = text;
}

async function ask() {
  const variables = document.getElementById("variables").value.trim();
  let body;
  try {
    body = JSON.stringify({
      query: document.getElementById("query").value,
      variables: variables ? JSON.parse(variables) : undefined,
    });
  } catch (wrong) {
    show(`The variables are no JSON: ${wrong.message}`);
    return;
  }
  show("Asking …");
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    show(JSON.stringify(await response.json(), null, 2));
  } catch (wrong) {
    show(`Kith does not answer: ${wrong.message}`);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    ask();
  }
});
