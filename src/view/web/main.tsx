import { render } from "preact";
import { caseFacts } from "./client.ts";
import { Desk } from "./desk.tsx";
import "./style/index.css";
import { lightAsLeft } from "./theme.ts";

lightAsLeft();
render(<Desk asked={caseFacts(new AbortController().signal)} />, document.getElementById("desk")!);
