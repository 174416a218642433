// Shows a person's page anew when the service says that there is something new. Without this script the page works too.
const region = () => document.getElementById("live");

let fetching = false;
let asked = false;

async function refresh() {
  if (fetching) {
    asked = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(window.location.href, { headers: { Accept: "text/html", "Page-Refresh": "live" } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
      if (fresh) {
        region().replaceWith(fresh);
        document.getElementById("live-status").textContent = "This page has been updated.";
      }
    }
  } finally {
    fetching = false;
    if (asked) {
      asked = false;
      refresh();
    }
  }
}

if (region() && "EventSource" in window) {
  new EventSource(region().dataset.changes).addEventListener("view", (event) => {
    if (event.data !== region().dataset.asOf) {
      refresh();
    }
  });
}
