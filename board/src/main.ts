import "@fontsource/noto-sans-sc/500.css";
import "@fontsource/noto-sans-sc/700.css";
import "./style/page.css";
import { startBoard } from "./startBoard.js";

startBoard(new URLSearchParams(location.search));
