using static MediaGuard.Records.Evidence.EvidenceWords;

namespace MediaGuard.Records.Evidence;

/// <summary>Answers about how the program itself is set up and kept.</summary>
internal static class EvidenceAnswersOfTheHouse
{
    public static IEnumerable<EvidenceAnswer> Of(EvidenceReading reading) => [SignIn(reading), Matching(reading), Models(reading), Leaving(reading), Kept(reading.Figures), Chain(reading)];

    private static EvidenceAnswer SignIn(EvidenceReading r) => new(
        "sign-in",
        "Who can sign in, and how is that protected?",
        $"{Say(r.Figures.Accounts.Sum(a => a.Accounts), "account", "accounts")} may sign in, {Say(r.Figures.Accounts.Sum(a => a.Protected))} with a second factor. For office, lead and technician it is {(r.SignIn.IsSecondFactorRequired ? "required" : "offered, not required")}. A page nobody touches covers itself after {Say(r.SignIn.CoverAfterMinutes, "minute", "minutes")} and signs out after {Say(r.SignIn.LockAfterMinutes)} more.",
        [
            EvidenceTable.Of("Accounts now", ["Role", "Accounts", "With a second factor"], r.Figures.Accounts, a => [Capital(a.Role), Say(a.Accounts), Say(a.Protected)]),
            new("How it is set", ["Setting", "Is"], [["The school’s own accounts, of its domains only", r.SignIn.HasSchoolAccounts ? "yes" : "no; accounts of this program"], ["Only from the school’s networks", r.SignIn.IsOnlyFromSchool ? "yes" : "no; sign-ins from elsewhere are marked"], ["Tries from one address a minute, at most", Say(r.SignIn.TriesPerMinute)]]),
        ],
        "“signed-in” in the audit log, with “remote” where it came from outside; the settings are the technician’s.",
        "/lead/audit");

    private static EvidenceAnswer Matching(EvidenceReading r)
    {
        var m = r.Figures.Matching;
        return new(
            "matching",
            "Are faces compared? On what ground?",
            m.IsOn
                ? $"Face matching is on{(m.At is { } at ? $" since {Say(at, r.Figures.Zone)}" : "")}, for {Say(m.Groups, "class", "classes")}. It rests on an assessment{(m.AssessedOn is { } day ? $" of {Say(day)}" : "")} and each person’s own written consent. It suggests or holds; it never clears."
                : "Face matching is off. No face is measured to tell whose it is; everything works without it.",
            [
                new("Matching", ["What", "Is"],
                [
                    ["On", m.IsOn ? "yes" : "no"],
                    ["Day of the assessment it rests on", m.AssessedOn is { } assessed ? Say(assessed) : "none on record"],
                    ["Legal advice that not everybody possible must consent", m.AdvisedOn is { } advised ? Say(advised) : "none: everybody possible must"],
                    ["Reference photos are kept", m.KeepsPhotos ? "yes, encrypted" : "no"],
                    ["Templates kept", Say(m.Templates)],
                    ["People whose last word is yes", Say(m.Yes)],
                    ["People whose last word is no", Say(m.No)],
                ]),
            ],
            "“matching-on”, “matching-off”, “enrolled” and “template-destroyed” in the audit log. Who answers for the assessment stands on the lead’s page.",
            "/lead/matching");
    }

    private static EvidenceAnswer Models(EvidenceReading r) => new(
        "models",
        "What does the machine see with, and how good is it?",
        $"{Say(r.Models.Count, "model", "models")}, each with a licence and a digest; one that was altered is never loaded, and photos are held. They were measured on pictures of adults: how they do on pupils is not known{(r.MeasuredOn is { } day ? $", but for what this school measured on {Say(day)}" : " until the school measures it")}.",
        [EvidenceTable.Of("Models", ["Model", "For", "Licence", "Now", "SHA-256"], r.Models, m => [m.Name, m.Role, m.Licence, m.State, m.Sha256])],
        "models/manifest.json and models/README.md, which has every figure measured, come with the program. A school measures its own with “mediaguard evaluate”.",
        "/lead/matching");

    private static EvidenceAnswer Leaving(EvidenceReading r) => new(
        "leaving",
        "What leaves the building?",
        $"Cleared copies, to the channels below; mail, {(r.IsMailSent ? "by the school’s mail server" : "into a folder on this machine")}, with counts and links and never a picture or a child’s name; and what somebody with the right to it downloads. Nothing else: no service outside looks at pictures{(r.IsScanned ? ", but the malware scanner the school named, wherever that runs" : "")}.{(r.SignIn.HasSchoolAccounts ? " Sign-ins of staff go to the school’s account provider." : "")}{(r.IsStoredElsewhere ? " Pictures lie, encrypted, in the school’s blob store; the keys do not." : "")}",
        [EvidenceTable.Of("Channels", ["Channel", "Audience", "How", "Copies out in this time"], r.Figures.InForce.Document.Channels, c =>
            [c.Name, c.IsPublic ? "everybody" : "the school’s own", c.Kind.Length == 0 ? "people or the content system fetch" : c.Kind, Say(r.Figures.Term.Channels.FirstOrDefault(t => t.Channel == c.Name)?.Out ?? 0)])],
        $"“leaving” and “released” in the audit log. Keys for a content system that work now: {Say(r.Figures.Tokens)}.",
        "/tokens");

    private static EvidenceAnswer Kept(EvidenceFigures f) => new(
        "kept",
        "How long is what kept?",
        "As the program really does it today. Where it says “not automated”, somebody must do it by hand, by the school’s own schedule.",
        [EvidenceTable.Of("What is kept", ["Data", "Kept", "Ended by", "Seen by"], Keeping.All(f.InForce.Document), k => [k.Data, Capital(k.Kept), Capital(k.Ends), Capital(k.Seen)])],
        "Deletions are entries “deleted” of the audit log; the periods of channels stand in the policy.",
        "/lead/policy");

    private static EvidenceAnswer Chain(EvidenceReading r) => new(
        "chain",
        "How do you know that the log was not changed?",
        r.Chain.IsWhole
            ? $"It was walked now, {Say(r.Figures.ReadAt, r.Figures.Zone)}: {Say(r.Chain.Entries, "entry holds", "entries hold")}, each carrying the digest of the one before{(r.Chain.LastHead is { } day ? $". The last signed head is of {(DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) ? Say(on) : day)}, entry {Say(r.Chain.LastHeadAt ?? 0)}" : "")}."
            : $"It does not hold{(r.Chain.BrokenAt is { } at ? $": entry {Say(at)} is not what it was" : ": a signed head disagrees")}. Tell the data protection officer, and leave everything as it is.",
        [new("Audit log", ["What", "Number"], [["Entries that hold", Say(r.Chain.Entries)], ["Signed heads held against it", Say(r.Chain.Heads)], ["Heads that disagree", Say(r.Chain.HeadsWrong)]])],
        "audit.jsonl in the pack with its signed heads; how-to-verify.txt says how anybody checks it without MediaGuard.",
        "/lead/audit");
}
