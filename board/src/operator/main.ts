import "@fontsource/noto-sans-sc/500.css";
import "@fontsource/noto-sans-sc/700.css";
import "./operator.css";
import { startOperatorPage } from "./startOperatorPage.js";

startOperatorPage(document.getElementById("operator") as HTMLElement);
