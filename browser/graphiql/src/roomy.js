/** Whether a panel fits beside the question; on a phone it takes its place (page.css has the same width). */
export const roomy = matchMedia("(min-width: 701px)");
