import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whyNotPublic } from "../../src/fetch/address.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { parseTarget, shownUrl } from "../../src/fetch/target.ts";
import { type Listening, madeTime, startWeb } from "./server.ts";

const publicOnly = { allowPrivate: false, onion: false } as const;

/** IP addresses that are not of the public internet, by what they are. */
const addresses: readonly string[] = [
  // "This" network, loopback, private networks, link-local and metadata, carriers' networks.
  "0.0.0.0",
  "0.0.0.1",
  "0.1.2.3",
  "0.255.255.255",
  "127.0.0.1",
  "127.0.0.2",
  "127.1.2.3",
  "127.255.255.254",
  "10.0.0.0",
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.1",
  "172.20.1.1",
  "172.31.255.255",
  "192.168.0.1",
  "192.168.255.255",
  "169.254.0.1",
  "169.254.169.254",
  "169.254.169.123",
  "169.254.170.2",
  "169.254.255.255",
  "100.64.0.1",
  "100.100.100.200",
  "100.127.255.255",
  // Reserved for protocols, for documents, for tests of networks; multicast, class E, broadcast; a cloud's own number.
  "192.0.0.1",
  "192.0.0.8",
  "192.0.0.170",
  "192.0.0.192",
  "192.0.2.1",
  "198.51.100.7",
  "203.0.113.9",
  "192.88.99.1",
  "198.18.0.1",
  "198.19.255.255",
  "192.31.196.1",
  "192.52.193.1",
  "192.175.48.1",
  "224.0.0.1",
  "224.0.0.251",
  "239.255.255.250",
  "232.1.1.1",
  "240.0.0.1",
  "250.1.2.3",
  "255.255.255.254",
  "255.255.255.255",
  "168.63.129.16",
  // IPv6: unspecified, loopback, link-local, unique local, site-local, multicast, discard, documents, segment routing, not given out.
  "::",
  "::1",
  "fe80::1",
  "fe80::dead:beef",
  "febf::1",
  "fc00::1",
  "fd00::1",
  "fd00:ec2::254",
  "fd12:3456:789a::1",
  "fdff::1",
  "fec0::1",
  "feff::1",
  "ff00::1",
  "ff02::1",
  "ff02::fb",
  "ff05::2",
  "ff0e::1",
  "100::1",
  "100:0:0:1::1",
  "2001:db8::1",
  "3fff::1",
  "3fff:fff::1",
  "5f00::1",
  "4000::1",
  "6000::1",
  "8000::1",
  "a000::1",
  "c000::1",
  "e000::1",
  "1::1",
  "200::1",
  "1000::1",
  // IPv4 in other forms: mapped, compatible, translated, NAT64 (both prefixes), 6to4, Teredo, ISATAP; also around public addresses.
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::ffff:169.254.169.254",
  "::ffff:7f00:1",
  "::ffff:192.168.1.1",
  "::ffff:8.8.8.8",
  "0:0:0:0:0:ffff:127.0.0.1",
  "::127.0.0.1",
  "::10.0.0.1",
  "::7f00:1",
  "::169.254.169.254",
  "::8.8.8.8",
  "::ffff:0:127.0.0.1",
  "::ffff:0:10.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::10.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b::8.8.8.8",
  "64:ff9b:1::1",
  "64:ff9b:1:ffff::10.0.0.1",
  "2002:7f00:1::",
  "2002:a00:1::1",
  "2002:a9fe:a9fe::",
  "2002:c0a8:101::1",
  "2002:808:808::1",
  "2001::1",
  "2001:0:4136:e378:8000:63bf:3fff:fdd2",
  "2001:0:7f00:1::",
  "2001:10::1",
  "2001:20::1",
  "2001:30::1",
  "2001:2::1",
  "2001:3::1",
  "2001:4:112::1",
  "2001:1ff::1",
  "2620:4f:8000::1",
  "2a00:1450::5efe:10.0.0.1",
  "2a00:1450::200:5efe:10.0.0.1",
];

/** Addresses as somebody may write them, beside the plain ones. */
const forms: readonly string[] = [
  // Decimal, octal, hexadecimal, mixed and short forms of IPv4.
  "http://2130706433/",
  "http://2130706434/",
  "http://3232235521/",
  "http://167772161/",
  "http://2852039166/",
  "http://0/",
  "http://017700000001/",
  "http://0177.0.0.1/",
  "http://0177.0.0.01/",
  "http://00177.0.0.1/",
  "http://012.0.0.1/",
  "http://0251.0376.0251.0376/",
  "http://0300.0250.0.1/",
  "http://0x7f000001/",
  "http://0x7f.0x0.0x0.0x1/",
  "http://0x7F.1/",
  "http://0xa9fea9fe/",
  "http://0xA9.0xFE.0xA9.0xFE/",
  "http://0x0a000001/",
  "http://0xc0.0xa8.0.1/",
  "http://127.1/",
  "http://127.0.1/",
  "http://10.1/",
  "http://192.168.257/",
  "http://169.254.43518/",
  "http://0x7f.0.1/",
  "http://127.0x1/",
  "http://0300.168.1/",
  "http://0.0/",
  "http://0x/",
  "http://127.000.000.001/",
  "http://0000177.0.0.1/",
  // Trailing dots, letters in other clothes, percent signs, white space around, back slashes, no slashes.
  "http://127.0.0.1./",
  "http://10.0.0.1./x",
  "http://0x7f.1./",
  "http://localhost./",
  "http://metadata.google.internal./",
  "http://１２７.０.０.１/",
  "http://①②⑦.⓪.⓪.①/",
  "http://127。0。0。1/",
  "http://127．0．0．1/",
  "http://ⓛocalhost/",
  "http://LOCALHOST/",
  "http://%6c%6f%63alhost/",
  "http://%31%32%37.0.0.1/",
  "http://127%2e0%2e0%2e1/",
  "http://%30x7f.1/",
  " http://127.0.0.1/ ",
  "http:\\\\127.0.0.1\\",
  "http:127.0.0.1",
  "http:/127.0.0.1",
  "http:////127.0.0.1/",
  "https:/\\127.0.0.1/",
  // IPv6 in brackets, with capitals, zeros, embedded IPv4 and ports.
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[0000:0000:0000:0000:0000:0000:0000:0001]:8080/",
  "http://[::]:80/",
  "http://[::FFFF:127.0.0.1]/",
  "http://[::ffff:7f00:0001]/",
  "http://[0:0:0:0:0:FFFF:A9FE:A9FE]/",
  "http://[FE80::1]/",
  "http://[FD00:EC2::254]/latest/meta-data/",
  "http://[64:FF9B::7F00:1]/",
  "http://[2002:7F00:0001::]/",
  "https://[::1]:8443/",
  // Names of machines, houses, firms and clouds.
  "http://localhost/",
  "http://localhost:3000/",
  "http://foo.localhost/",
  "http://localhost.localdomain/",
  "http://ip6-localhost/",
  "http://printer.local/",
  "http://router.lan/",
  "http://nas.home/",
  "http://box.home.arpa/",
  "http://1.0.0.127.in-addr.arpa/",
  "http://intranet/",
  "http://wiki.intranet/",
  "http://mail.corp/",
  "http://db.private/",
  "http://api.internal/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://metadata.goog/",
  "http://x.metadata.goog/",
  "http://metadata/",
  "http://instance-data.ec2.internal/",
  "http://kubernetes.default.svc.cluster.local/",
  "http://host.docker.internal/",
  "http://gateway.docker.internal/",
  "http://something.onion/",
  "http://x.alt/",
  "http://x.invalid/",
];

/** Addresses that are refused before anybody asks where they lead. */
const notAddresses: readonly (readonly [url: string, words: string])[] = [
  ["", "neither"],
  ["news", "neither"],
  ["//x.example/", "neither"],
  ["x.example/page", "neither"],
  ["ftp://x.example/", "neither"],
  ["file:///etc/passwd", "neither"],
  ["gopher://x.example/", "neither"],
  ["data:text/html,x", "neither"],
  ["javascript:alert(1)", "neither"],
  ["view-source:http://x.example/", "neither"],
  ["ws://x.example/", "neither"],
  ["unix:/run/docker.sock", "neither"],
  ["httpss://x.example", "neither"],
  ["http://", "misspelt"],
  ["http://[::1", "misspelt"],
  ["http://[fe80::1%25eth0]/", "misspelt"],
  ["http://1.2.3.4.5/", "misspelt"],
  ["http://256.1.1.1/", "misspelt"],
  ["http://4294967296/", "misspelt"],
  ["http://0x100000000/", "misspelt"],
  ["http://a b/", "misspelt"],
  ["http://x.example:99999/", "misspelt"],
  ["http://x.example:-1/", "misspelt"],
  ["http://x<y.example/", "misspelt"],
  ["http://x..1/", "misspelt"],
  ["http://x.example../", "empty part"],
  ["http://localhost../", "empty part"],
  ["http://metadata.google.internal../", "empty part"],
  ["http://.x.example/", "empty part"],
  ["http://x..example/", "empty part"],
  ["http://./", "empty part"],
  ["http://user@x.example/", "password"],
  ["http://user:pass@x.example/", "password"],
  ["http://@x.example/", "password"],
  ["http://:@x.example/", "password"],
  ["http://x.example@127.0.0.1/", "password"],
  ["http://127.0.0.1@x.example/", "password"],
  ["http:\\\\a:b@x.example/", "password"],
  ["http://x.example%40y@z.example/", "password"],
  ["http://x.exa\tmple/", "cannot be seen"],
  ["ht\ntp://x.example/", "cannot be seen"],
  ["http://x.example/\u202Egnp.html", "cannot be seen"],
  ["http://x.example/a\u0000b", "cannot be seen"],
  [`http://x.example/${"a".repeat(8_000)}`, "characters"],
  ["http://x.example:0/", "port 0"],
  ["http://x.example:22/", "port 22"],
  ["http://x.example:25/", "port 25"],
  ["http://x.example:53/", "port 53"],
  ["http://x.example:6379/", "port 6379"],
  ["http://x.example:11211/", "port 11211"],
  ["https://x.example:587/", "port 587"],
];

/** Addresses on both sides of each border of a refused block. */
const open: readonly string[] = [
  "1.0.0.1",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "169.255.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "192.0.1.1",
  "192.0.3.1",
  "198.17.255.255",
  "198.20.0.0",
  "203.0.112.1",
  "203.0.114.1",
  "223.255.255.255",
  "168.63.129.15",
  "168.63.129.17",
  "8.8.8.8",
  "2001:200::1",
  "2001:4860:4860::8888",
  "2003::1",
  "2400:cb00::1",
  "2606:4700::6810:85e5",
  "2a00:1450::1",
  "2620:4f:8001::1",
  "2a00:1450::5eff:10.0.0.1",
  "2c0f:fb50::1",
];

let web: Listening;
let hits = 0;
beforeAll(async () => {
  web = await startWeb((_, response) => {
    hits += 1;
    response.end("nobody should have come");
  });
});
afterAll(() => web.close());

const bracketed = (address: string): string => (address.includes(":") ? `[${address}]` : address);

test("more than 200 forms stand in the tables", () => {
  const all = [...addresses, ...forms, ...notAddresses.map(([url]) => url)];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(200);
});

describe("an IP address that is not public", () => {
  test.each(addresses)("%s is refused as it stands", (address) => {
    expect(whyNotPublic(address)).not.toBeNull();
    expect(parseTarget(`http://${bracketed(address)}/`, publicOnly)).toMatchObject({
      problem: { code: "fetch/address" },
    });
  });
  test.each(addresses)("%s is refused where a name leads there", async (address) => {
    const fetcher = createFetcher({
      version: "1",
      contact: null,
      time: madeTime(),
      // Short, so that a fault fails instead of waiting.
      limits: { attempts: 1, connectMs: 200 },
      resolve: async () => ["8.8.8.8", address],
    });
    const outcome = await fetcher.fetch(`http://harbour.example:${web.port}/`);
    await fetcher.close();
    expect(outcome).toMatchObject({ ok: false, problem: { code: "fetch/address" } });
    expect(outcome.ok ? "" : outcome.problem.message).toContain(`leads to ${address}`);
  });
});

describe("a form of an address that is not public is refused", () => {
  test.each(forms)("%s", (url) =>
    expect(parseTarget(url, publicOnly)).toMatchObject({ problem: { code: "fetch/address" } }),
  );
});

describe("what is no address of a page is refused", () => {
  test.each(notAddresses)("%j", (url, words) => {
    const target = parseTarget(url, publicOnly);
    expect(target).toMatchObject({ problem: { code: "fetch/url" } });
    expect(target.ok ? "" : target.problem.message).toContain(words);
    expect(target.ok ? "" : target.problem.message).not.toMatch(/pass@|user:/);
  });
});

describe("a public address is not refused", () => {
  test.each(open)("%s", (address) => {
    expect(whyNotPublic(address)).toBeNull();
    expect(parseTarget(`https://${bracketed(address)}/`, publicOnly)).toMatchObject({
      ok: true,
      value: { isIp: true },
    });
  });
  const urls = [
    ["https://harbour.example/a?b=c#d", "https://harbour.example/a?b=c", 443],
    ["HTTP://Harbour.Example./", "http://harbour.example/", 80],
    ["http://harbour.example:80/", "http://harbour.example/", 80],
    ["http://harbour.example:8080/", "http://harbour.example:8080/", 8080],
    ["https://прыклад.example/", "https://xn--80aiqesg1f.example/", 443],
    ["https://harbour.example/خبر\u200Cها", "https://harbour.example/%D8%AE%D8%A8%D8%B1%E2%80%8C%D9%87%D8%A7", 443],
    ["http://localhost.harbour.example/", "http://localhost.harbour.example/", 80],
    ["http://local/../x.example", null, 0],
    ["https://harbour.example/@user", "https://harbour.example/@user", 443],
    ["https://harbour.example?q=a@b", "https://harbour.example/?q=a@b", 443],
  ] as const;
  test.each(urls)("%s is %s", (url, href, port) => {
    const target = parseTarget(url, publicOnly);
    expect(target.ok ? target.value.url.href : null).toBe(href);
    if (target.ok) expect(target.value.port).toBe(port);
    if (target.ok)
      expect(target.value.notes.map(({ kind }) => kind)).toEqual([80, 443].includes(port) ? [] : ["odd-port"]);
  });
});

describe("where a name leads is looked at when the connection is made", () => {
  const fetcherOf = (resolve: (host: string) => Promise<readonly string[]>) =>
    createFetcher({
      version: "1",
      contact: null,
      time: madeTime(),
      resolve,
      allowPrivate: (address) => address === "127.0.0.1",
      limits: { attempts: 1 },
    });
  test("a name that leads elsewhere the second time is refused then, and nothing is asked there", async () => {
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    let asked = 0;
    const fetcher = fetcherOf(async () => answers[Math.min(asked++, 1)] ?? []);
    // The robots.txt is read over the first connection, which the server ends; the page needs a second one.
    const ending = await startWeb((_, response) => {
      response.writeHead(404, { connection: "close" }).end();
    });
    const outcome = await fetcher.fetch(`http://swap.example:${ending.port}/`);
    await Promise.all([fetcher.close(), ending.close()]);
    expect(asked).toBe(2);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "fetch/address" } });
  });
  test("a name with a public and a private address is refused", async () => {
    const fetcher = fetcherOf(async () => ["127.0.0.1", "10.1.2.3"]);
    const before = hits;
    const outcome = await fetcher.fetch(`http://both.example:${web.port}/`);
    await fetcher.close();
    expect(outcome).toMatchObject({ ok: false, problem: { code: "fetch/address" } });
    expect(hits).toBe(before);
  });
  test("the address at the other end of an open connection is looked at once more", async () => {
    let looks = 0;
    const fetcher = createFetcher({
      version: "1",
      contact: null,
      time: madeTime(),
      resolve: async () => ["127.0.0.1"],
      // Allowed when the name is looked up, and no longer when the connection is there.
      allowPrivate: () => ++looks === 1,
    });
    const before = hits;
    const outcome = await fetcher.fetch(`http://late.example:${web.port}/`);
    await fetcher.close();
    expect(outcome).toMatchObject({ ok: false, problem: { code: "fetch/address" } });
    expect([looks, hits]).toEqual([2, before]);
  });
  test("a name without addresses is one that nobody has", async () => {
    const fetcher = fetcherOf(async () => []);
    const outcome = await fetcher.fetch(`http://none.example:${web.port}/`);
    await fetcher.close();
    expect(outcome).toMatchObject({ ok: false, problem: { code: "fetch/name" } });
  });
});

test("with all private addresses allowed, as a test needs it, a page of this machine is fetched", async () => {
  const fetcher = createFetcher({ version: "1", contact: null, allowPrivate: true, time: madeTime() });
  const outcome = await fetcher.fetch(`http://localhost:${web.port}/`);
  await fetcher.close();
  expect(outcome.ok && outcome.value.status).toBe(200);
});

test("nothing but the test before this one reached the server of this machine", () =>
  expect(hits).toBeLessThanOrEqual(2));

describe("an address in a message", () => {
  const rows = [
    ["http://user:pass@x.example/", '"http://…@x.example/"'],
    ["//user:pass@x.example/", '"//…@x.example/"'],
    ["user:pass@x.example", '"user:…@x.example"'],
    ["https://x.example/@user", '"https://x.example/@user"'],
    [`http://x.example/${"a".repeat(300)}`, `"http://x.example/${"a".repeat(183)}…"`],
    ['http://x.example/"\n', '"http://x.example/\\"\\n"'],
  ] as const;
  test.each(rows)("%j is shown as %s", (url, shown) => expect(shownUrl(url)).toBe(shown));
});
