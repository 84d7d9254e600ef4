import { request as send } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createFetcher, type Fetcher } from "../../src/fetch/fetcher.ts";
import { proxyFor, readProxySettings } from "../../src/fetch/proxy.ts";
import { makeCertificate } from "./certificate.ts";
import { type Listening, madeTime, startBare, startSecureWeb, startWeb } from "./server.ts";

describe("settings", () => {
  const shown = (given: string | null, environment: Record<string, string>): string => {
    const settings = readProxySettings(given, environment);
    if (!settings.ok) return settings.problem.code;
    const { http, https, except } = settings.value;
    return [http?.shown ?? "-", https?.shown ?? "-", ...except].join(" ");
  };
  const rows = [
    [null, {}, "- -"],
    [null, { http_proxy: "http://p:3128" }, "http://p:3128 -"],
    [null, { HTTPS_PROXY: "http://p" }, "- http://p:80"],
    [null, { ALL_PROXY: "socks5h://127.0.0.1:9050" }, "socks5h://127.0.0.1:9050 socks5h://127.0.0.1:9050"],
    [null, { all_proxy: "http://a:1", https_proxy: "http://b:2" }, "http://a:1 http://b:2"],
    [null, { http_proxy: "http://small:1", HTTP_PROXY: "http://large:2" }, "http://small:1 -"],
    [null, { http_proxy: " ", HTTP_PROXY: "http://large:2" }, "http://large:2 -"],
    ["socks5://[::1]", {}, "socks5://[::1]:1080 socks5://[::1]:1080"],
    ["p.example:8080", { http_proxy: "http://other:1" }, "http://p.example:8080 http://p.example:8080"],
    [
      "https://p.example",
      { NO_PROXY: ".A.example, 10.0.0.0/8" },
      "https://p.example:443 https://p.example:443 .a.example 10.0.0.0/8",
    ],
    ["none", { http_proxy: "http://p:3128" }, "- -"],
    ["ftp://p", {}, "fetch/proxy"],
    ["http://", {}, "fetch/proxy"],
    ["http://p:99999", {}, "fetch/proxy"],
  ] as const;
  test.each(rows)("%j and %j are %s", (given, environment, settings) =>
    expect(shown(given, environment)).toBe(settings),
  );
  test("no message and nothing that is shown holds the password", () => {
    const good = readProxySettings("http://me:secret@p.example:1", {});
    expect(good.ok && good.value.http).toMatchObject({ user: "me", password: "secret", shown: "http://p.example:1" });
    const bad = readProxySettings("quic://me:secret@p.example", {});
    expect(bad.ok ? "" : bad.problem.message).not.toContain("secret");
  });
});

describe("what goes past the proxy", () => {
  const rows = [
    ["a.example", "http://a.example/", true],
    ["a.example", "http://b.a.example/", true],
    [".a.example", "http://a.example/", true],
    ["*.a.example", "http://b.a.example/", true],
    ["a.example", "http://ba.example/", false],
    ["a.example:8080", "http://a.example:8080/", true],
    ["a.example:8080", "http://a.example/", false],
    ["a.example:443", "https://a.example/", true],
    ["*", "http://a.example/", true],
    ["1.2.3.4", "http://1.2.3.4/", true],
    ["1.2.0.0/16", "http://1.2.3.4/", true],
    ["1.2.0.0/16", "http://1.3.3.4/", false],
    ["2001:200::/32", "http://[2001:200::1]/", true],
    ["[2001:200::1]:80", "http://[2001:200::1]/", true],
    ["nonsense/99", "http://1.2.3.4/", false],
    ["", "http://a.example/", false],
  ] as const;
  test.each(rows)("%j and %s: %s", (except, url, past) => {
    const settings = readProxySettings("http://p:1", { no_proxy: except });
    const { protocol, hostname, port } = new URL(url);
    const target = {
      protocol,
      host: hostname.replace(/^\[(.*)\]$/, "$1"),
      port: Number(port) || (protocol === "https:" ? 443 : 80),
    };
    expect(settings.ok && proxyFor(target, settings.value) === null).toBe(past);
  });
});

const certificate = makeCertificate(["secure.example"], "2020-01-01T00:00:00", "2049-01-01T00:00:00");
let web: Listening;
let secureWeb: Listening;
let httpProxy: Listening;
let socksProxy: Listening;
/** What the proxies were asked for. */
let asked: string[] = [];

const relay = (client: Socket, port: number, hello: string | Uint8Array): void => {
  const server = connect(port, "127.0.0.1", () => {
    client.write(hello);
    client.pipe(server).pipe(client);
  });
  server.on("error", () => client.destroy());
  client.on("error", () => server.destroy());
  client.on("close", () => server.destroy());
};

/** SOCKS5 (RFC 1928) with a user and a password (RFC 1929): "me", "secret". */
function serveSocks(socket: Socket): void {
  let step: "greeting" | "login" | "request" | "open" = "greeting";
  socket.on("data", (bytes) => {
    if (step === "greeting") {
      step = bytes.includes(2, 2) ? "login" : "request";
      socket.write(Buffer.from([5, step === "login" ? 2 : 0]));
    } else if (step === "login") {
      const isRight = bytes.toString("latin1") === "\x01\x02me\x06secret";
      asked.push(isRight ? "login" : "wrong login");
      step = "request";
      socket.write(Buffer.from([1, isRight ? 0 : 1]));
    } else if (step === "request") {
      step = "open";
      const isName = bytes[3] === 3;
      const end = isName ? 5 + (bytes[4] ?? 0) : 8;
      const host = isName ? bytes.subarray(5, end).toString() : [...bytes.subarray(4, 8)].join(".");
      asked.push(`${host}:${bytes.readUInt16BE(end) === secureWeb.port ? "tls" : "web"}`);
      socket.removeAllListeners("data");
      if (host === "closed.example") return void socket.end(Buffer.from([5, 5, 0, 1, 0, 0, 0, 0, 0, 0]));
      relay(socket, bytes.readUInt16BE(end), Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    }
  });
}

beforeAll(async () => {
  web = await startWeb((request, response) => void response.end(`plain ${request.headers.host?.replace(/:.*/, "")}`));
  secureWeb = await startSecureWeb(
    new Map([["secure.example", certificate]]),
    (_, response) => void response.end("secure"),
  );
  httpProxy = await startBare((socket) => {
    socket.once("data", (bytes) => {
      const head = bytes.toString("latin1");
      const [, method = "", target = ""] = /^(\S+) (\S+)/.exec(head) ?? [];
      const login = /^proxy-authorization: (.*)$/im.exec(head)?.[1]?.trim();
      asked.push(`${method} ${target.replace(/:\d+/, "")}${login ? ` ${Buffer.from(login.slice(6), "base64")}` : ""}`);
      if (target.includes("login.example"))
        return void socket.end("HTTP/1.1 407 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
      if (method === "CONNECT") return relay(socket, secureWeb.port, "HTTP/1.1 200 OK\r\n\r\n");
      const url = new URL(target);
      send({ host: "127.0.0.1", port: web.port, path: url.pathname, headers: { host: url.host } }, (response) => {
        socket.write(`HTTP/1.1 ${response.statusCode} x\r\nconnection: close\r\n\r\n`);
        response.pipe(socket);
      }).end();
    });
  });
  socksProxy = await startBare(serveSocks);
});
afterAll(() => Promise.all([web, secureWeb, httpProxy, socksProxy].map((server) => server.close())));
beforeEach(() => {
  asked = [];
});

const through = async (proxy: string, run: (fetcher: Fetcher) => Promise<void>, noProxy = ""): Promise<void> => {
  const settings = readProxySettings(proxy, { no_proxy: noProxy });
  if (!settings.ok) throw new Error(settings.problem.message);
  const fetcher = createFetcher({
    version: "1",
    contact: null,
    time: madeTime(),
    proxy: settings.value,
    authorities: certificate.cert,
    resolve: async (host) => [host === "inside.example" ? "10.0.0.1" : "127.0.0.1"],
    allowPrivate: (address) => address === "127.0.0.1",
    limits: { attempts: 1 },
  });
  await run(fetcher);
  await fetcher.close();
};
const textOf = async (fetcher: Fetcher, url: string): Promise<string> => {
  const outcome = await fetcher.fetch(url);
  if (!outcome.ok) return outcome.problem.code;
  return outcome.value.kind === "page" ? Buffer.from(outcome.value.bytes).toString() : "unchanged";
};
const plainUrl = (host = "plain.example") => `http://${host}:${web.port}/page`;
const secureUrl = (host = "secure.example") => `https://${host}:${secureWeb.port}/page`;

describe("through an HTTP proxy", () => {
  test("plain pages are asked of the proxy by their whole address", () =>
    through(`http://127.0.0.1:${httpProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, plainUrl())).toBe("plain plain.example");
      expect(asked).toEqual(["GET http://plain.example/robots.txt", "GET http://plain.example/page"]);
    }));
  test("secure pages go through a tunnel, and their certificate is checked", () =>
    through(`http://127.0.0.1:${httpProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, secureUrl())).toBe("secure");
      expect(await textOf(fetcher, secureUrl("other.example"))).toBe("fetch/tls");
      expect(asked).toEqual(["CONNECT secure.example", "CONNECT other.example"]);
    }));
  test("user and password are given to the proxy and to nobody else", () =>
    through(`http://me:secret@127.0.0.1:${httpProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, plainUrl())).toBe("plain plain.example");
      expect(asked[0]).toBe("GET http://plain.example/robots.txt me:secret");
    }));
  test("a proxy that wants a login is told as the proxy's, plain and secure", () =>
    through(`http://127.0.0.1:${httpProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, plainUrl("login.example"))).toBe("fetch/proxy");
      expect(await textOf(fetcher, secureUrl("login.example"))).toBe("fetch/proxy");
    }));
  test("names and addresses that are not public are refused before the proxy is asked", () =>
    through(`http://127.0.0.1:${httpProxy.port}`, async (fetcher) => {
      for (const url of [
        "http://localhost/",
        "http://10.0.0.1/",
        "http://metadata.google.internal/",
        "https://[::1]/",
        "http://0x7f.2/",
      ])
        expect(await textOf(fetcher, url)).toBe("fetch/address");
      expect(asked).toEqual([]);
    }));
  test("what NO_PROXY names goes straight", () =>
    through(
      `http://127.0.0.1:${httpProxy.port}`,
      async (fetcher) => {
        expect(await textOf(fetcher, plainUrl("past.example"))).toBe("plain past.example");
        expect(asked).toEqual([]);
      },
      "past.example",
    ));
  test("one that is not there is named, without its password", () =>
    through("http://me:secret@127.0.0.1:1", async (fetcher) => {
      const outcome = await fetcher.fetch(plainUrl());
      expect(outcome).toMatchObject({ problem: { code: "fetch/proxy" } });
      expect(outcome.ok ? "" : outcome.problem.message).toContain("http://127.0.0.1:1 ");
      expect(JSON.stringify(outcome)).not.toContain("secret");
    }));
});

describe("through a SOCKS5 proxy", () => {
  test("socks5: the name is resolved and checked here, the proxy gets the address", () =>
    through(`socks5://127.0.0.1:${socksProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, plainUrl())).toBe("plain plain.example");
      expect(asked).toEqual(["127.0.0.1:web"]);
      expect(await textOf(fetcher, plainUrl("inside.example"))).toBe("fetch/address");
      expect(asked).toEqual(["127.0.0.1:web"]);
    }));
  test("socks5h: the proxy gets the name", () =>
    through(`socks5h://127.0.0.1:${socksProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, plainUrl())).toBe("plain plain.example");
      expect(await textOf(fetcher, secureUrl())).toBe("secure");
      expect(await textOf(fetcher, secureUrl("other.example"))).toBe("fetch/tls");
      expect(asked).toEqual(["plain.example:web", "secure.example:tls", "other.example:tls"]);
    }));
  test("socks5h: a hidden service's name is given to the proxy; with socks5 it is refused", async () => {
    const onion = plainUrl(`${"a".repeat(56)}.onion`);
    await through(`socks5h://127.0.0.1:${socksProxy.port}`, async (fetcher) =>
      expect(await textOf(fetcher, onion)).toContain(".onion"),
    );
    await through(`socks5://127.0.0.1:${socksProxy.port}`, async (fetcher) =>
      expect(await textOf(fetcher, onion)).toBe("fetch/address"),
    );
  });
  test("user and password", async () => {
    await through(`socks5h://me:secret@127.0.0.1:${socksProxy.port}`, async (fetcher) => {
      expect(await textOf(fetcher, plainUrl())).toBe("plain plain.example");
      expect(asked).toEqual(["login", "plain.example:web"]);
    });
    await through(`socks5h://me:wrong@127.0.0.1:${socksProxy.port}`, async (fetcher) =>
      expect(await textOf(fetcher, plainUrl())).toBe("fetch/proxy"),
    );
  });
  test("a way that the proxy cannot open, and a proxy that is not there", async () => {
    await through(`socks5h://127.0.0.1:${socksProxy.port}`, async (fetcher) =>
      expect(await textOf(fetcher, plainUrl("closed.example"))).toBe("fetch/proxy"),
    );
    await through("socks5h://127.0.0.1:1", async (fetcher) =>
      expect(await textOf(fetcher, plainUrl())).toBe("fetch/proxy"),
    );
  });
});
