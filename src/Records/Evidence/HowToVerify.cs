using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>How anybody checks the pack without MediaGuard: with openssl, sha256sum and Python's standard library.</summary>
public static class HowToVerify
{
    /// <summary>A test runs these commands as they stand here.</summary>
    public static string Text => string.Join(
        '\n',
        Underlined(Words.Text("How to check this pack without MediaGuard"), '='),
        Words.Text("You need openssl, sha256sum and Python 3, which come with Linux and macOS (there: shasum -a 256 -c SHA256SUMS). Unpack the pack and open a terminal in its folder."),
        "",
        Words.Text("1. Nothing in the pack was changed since it was made"),
        "",
        "    openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.sig SHA256SUMS",
        "    sha256sum -c SHA256SUMS",
        "",
        Words.Text("2. The audit log was not changed"),
        "",
        "    python3 verify.py",
        "",
        Words.Text("It walks audit.jsonl: each entry's hash must be the SHA-256 over the hash before it and every field of the entry, and the signed heads must say the same hashes."),
        Words.Text("What it prints last is \"the chain holds\", or which entry does not."),
        "",
        Words.Text("3. Each signed head"),
        "",
        """    for head in heads/*.txt; do openssl dgst -sha256 -verify public-key.pem -signature "${head%.txt}.sig" "$head" || exit 1; done""",
        "",
        Underlined(Words.Text("What this proves, and what not"), '-'),
        Words.Text("The key belongs to this installation of MediaGuard.") + " " + Words.Text("Hold public-key.pem against a copy kept elsewhere before, for example beside the heads the school keeps outside\nthe machine: whoever owned the machine and its keys could sign anew what they changed, but not the heads that already lay elsewhere."),
        Words.Text("The log in the pack is a stretch of a longer one. evidence.json names its first and last entry; the entry before the first is known by its hash alone."),
        "",
        Underlined(Words.Text("How an entry is hashed"), '-'),
        Words.Text("SHA-256 over, in this order: previous, school, sequence, microseconds, actor, act, subject, detail.") + " " + Words.Text("Text is UTF-8; previous is the hash's 32 bytes, or none; school and actor\nare the id's 16 bytes in the order of a Windows GUID (Python: uuid.bytes_le), or none.") + " " + Words.Text("Each of these is preceded by its length; lengths, sequence and microseconds are eight bytes, little-endian."));

    public const string Script = """"
        import glob, hashlib, json, struct, sys, uuid

        def number(n): return struct.pack("<q", n)
        def part(b): return number(len(b)) + b
        def guid(text): return uuid.UUID(text).bytes_le if text else b""
        def fail(why): print(why); sys.exit(1)

        about = json.load(open("evidence.json", encoding="utf-8"))
        hashes, previous, at = {}, None, about["auditFirst"]
        for line in open("audit.jsonl", encoding="utf-8"):
            e = json.loads(line)
            if e["sequence"] != at or (previous is not None and e["previous"] != previous):
                fail(f"entry {at} is missing, or does not follow the one before")
            made = hashlib.sha256(
                part(bytes.fromhex(e["previous"])) + part(guid(about["school"])) + number(e["sequence"]) + number(e["microseconds"])
                + part(guid(e["actor"])) + part(e["act"].encode()) + part(e["subject"].encode()) + part(e["detail"].encode())).hexdigest()
            if made != e["hash"]:
                fail(f"entry {at} was changed")
            hashes.setdefault(at - 1, e["previous"])
            hashes[at] = previous = e["hash"]
            at += 1
        if about["auditLast"] is not None and at != about["auditLast"] + 1:
            fail(f"the log ends before entry {about['auditLast']}")
        heads = sorted(glob.glob("heads/*.txt"))
        for head in heads:
            _, school, sequence, hash, _ = open(head, encoding="utf-8").read().splitlines()
            if school != about["school"] or hashes.get(int(sequence)) != hash:
                fail(f"{head} says another hash of entry {sequence}")
        print(f"{len(hashes) and len(hashes) - 1} entries, {len(heads)} signed heads")
        print("the chain holds")
        """";

    private static string Underlined(string heading, char line) => heading + "\n" + new string(line, heading.Length);
}
