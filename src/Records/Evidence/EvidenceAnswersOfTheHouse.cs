using static MediaGuard.Media.Words;
using static MediaGuard.Records.Evidence.EvidenceWords;

namespace MediaGuard.Records.Evidence;

/// <summary>Answers about how the program itself is set up and kept.</summary>
internal static class EvidenceAnswersOfTheHouse
{
    public static IEnumerable<EvidenceAnswer> Of(EvidenceReading reading) => [SignIn(reading), Matching(reading), Models(reading), Leaving(reading), Kept(reading.Figures), Chain(reading)];

    private static EvidenceAnswer SignIn(EvidenceReading r) => new(
        "sign-in",
        Text("Who can sign in, and how is that protected?"),
        Together(
            Text($"{Count(r.Figures.Accounts.Sum(a => a.Accounts), "{0} account may sign in", "{0} accounts may sign in")}, {Say(r.Figures.Accounts.Sum(a => a.Protected))} with a second factor."),
            r.SignIn.IsSecondFactorRequired ? Text("For office, lead and technician it is required.") : Text("For office, lead and technician it is offered, not required."),
            Text($"A page nobody touches covers itself after {Count(r.SignIn.CoverAfterMinutes, "{0} minute", "{0} minutes")} and signs out after {Say(r.SignIn.LockAfterMinutes)} more.")),
        [
            EvidenceTable.Of(Text("Accounts now"), [Text("Role"), Text("Accounts"), Text("With a second factor")], r.Figures.Accounts, a => [Capital(Roles(a.Role)), Say(a.Accounts), Say(a.Protected)]),
            new(Text("How it is set"), [Text("Setting"), Text("Is")], [[Text("The school’s own accounts, of its domains only"), r.SignIn.HasSchoolAccounts ? Text("yes") : Text("no; accounts of this program")], [Text("Only from the school’s networks"), r.SignIn.IsOnlyFromSchool ? Text("yes") : Text("no; sign-ins from elsewhere are marked")], [Text("Tries from one address a minute, at most"), Say(r.SignIn.TriesPerMinute)]]),
        ],
        Text("“signed-in” in the audit log, with “remote” where it came from outside; the settings are the technician’s."),
        "/lead/audit");

    private static EvidenceAnswer Matching(EvidenceReading r)
    {
        var m = r.Figures.Matching;
        var classes = Count(m.Groups, "{0} class", "{0} classes");
        return new(
            "matching",
            Text("Are faces compared? On what ground?"),
            m.IsOn
                ? Together(
                    m.At is { } at ? Text($"Face matching is on since {Say(at, r.Figures.Zone)}, for {classes}.") : Text($"Face matching is on, for {classes}."),
                    m.AssessedOn is { } day ? Text($"It rests on an assessment of {Say(day)} and each person’s own written consent.") : Text("It rests on an assessment and each person’s own written consent."),
                    Text("It suggests or holds; it never clears."))
                : Text("Face matching is off. No face is measured to tell whose it is; everything works without it."),
            [
                new(Text("Matching"), [Text("What"), Text("Is")],
                [
                    [Text("On"), m.IsOn ? Text("yes") : Text("no")],
                    [Text("Day of the assessment it rests on"), m.AssessedOn is { } assessed ? Say(assessed) : Text("none on record")],
                    [Text("Legal advice that not everybody possible must consent"), m.AdvisedOn is { } advised ? Say(advised) : Text("none: everybody possible must")],
                    [Text("Reference photos are kept"), m.KeepsPhotos ? Text("yes, encrypted") : Text("no")],
                    [Text("Templates kept"), Say(m.Templates)],
                    [Text("People whose last word is yes"), Say(m.Yes)],
                    [Text("People whose last word is no"), Say(m.No)],
                ]),
            ],
            Text("“matching-on”, “matching-off”, “enrolled” and “template-destroyed” in the audit log. Who answers for the assessment stands on the lead’s page."),
            "/lead/matching");
    }

    private static EvidenceAnswer Models(EvidenceReading r) => new(
        "models",
        Text("What does the machine see with, and how good is it?"),
        Together(
            Count(
                r.Models.Count,
                "{0} model, each with a licence and a digest; one that was altered is never loaded, and photos are held.",
                "{0} models, each with a licence and a digest; one that was altered is never loaded, and photos are held."),
            r.MeasuredOn is { } day
                ? Text($"They were measured on pictures of adults: how they do on pupils is not known, but for what this school measured on {Say(day)}.")
                : Text("They were measured on pictures of adults: how they do on pupils is not known until the school measures it.")),
        [EvidenceTable.Of(Text("Models"), [Text("Model"), Text("For"), Text("Licence"), Text("Now"), "SHA-256"], r.Models, m => [m.Name, Role(m.Role), m.Licence, State(m.State), m.Sha256])],
        Text("models/manifest.json and models/README.md, which has every figure measured, come with the program. A school measures its own with “mediaguard evaluate”."),
        "/lead/matching");

    private static string Role(string role) => role switch
    {
        "detector" => Text("detector"),
        "confirmer" => Text("confirmer"),
        "embedding" => Text("embedding"),
        _ => role,
    };

    private static string State(string state) => state switch
    {
        "Installed" => Text("Installed"),
        "Missing" => Text("Missing"),
        "Altered" => Text("Altered"),
        _ => state,
    };

    private static EvidenceAnswer Leaving(EvidenceReading r) => new(
        "leaving",
        Text("What leaves the building?"),
        Together(
            r.IsMailSent
                ? Text("Cleared copies, to the channels below; mail, by the school’s mail server, with counts and links and never a picture or a child’s name; and what somebody with the right to it downloads.")
                : Text("Cleared copies, to the channels below; mail, into a folder on this machine, with counts and links and never a picture or a child’s name; and what somebody with the right to it downloads."),
            r.IsScanned
                ? Text("Nothing else: no service outside looks at pictures, but the malware scanner the school named, wherever that runs.")
                : Text("Nothing else: no service outside looks at pictures."),
            r.SignIn.HasSchoolAccounts ? Text("Sign-ins of staff go to the school’s account provider.") : "",
            r.IsStoredElsewhere ? Text("Pictures lie, encrypted, in the school’s blob store; the keys do not.") : ""),
        [EvidenceTable.Of(Text("Channels"), [Text("Channel"), Text("Audience"), Text("How"), Text("Copies out in this time")], r.Figures.InForce.Document.Channels, c =>
            [c.Name, c.IsPublic ? Text("everybody") : Text("the school’s own"), c.Kind.Length == 0 ? Text("people or the content system fetch") : c.Kind == "folder" ? Text("folder") : c.Kind, Say(r.Figures.Term.Channels.FirstOrDefault(t => t.Channel == c.Name)?.Out ?? 0)])],
        Text($"“leaving” and “released” in the audit log. Keys for a content system that work now: {Say(r.Figures.Tokens)}."),
        "/tokens");

    private static EvidenceAnswer Kept(EvidenceFigures f) => new(
        "kept",
        Text("How long is what kept?"),
        Text("As the program really does it today. Where it says “not automated”, somebody must do it by hand, by the school’s own schedule."),
        [EvidenceTable.Of(Text("What is kept"), [Text("Data"), Text("Kept"), Text("Ended by"), Text("Seen by")], Keeping.All(f.InForce.Document), k => [k.Data, Capital(k.Kept), Capital(k.Ends), Capital(k.Seen)])],
        Text("Deletions are entries “deleted” of the audit log; the periods of channels stand in the policy."),
        "/lead/policy");

    private static EvidenceAnswer Chain(EvidenceReading r) => new(
        "chain",
        Text("How do you know that the log was not changed?"),
        r.Chain.IsWhole
            ? Together(
                r.Chain.Entries == 1
                    ? Text($"It was walked now, {Say(r.Figures.ReadAt, r.Figures.Zone)}: {Say(r.Chain.Entries)} entry holds, each carrying the digest of the one before.")
                    : Text($"It was walked now, {Say(r.Figures.ReadAt, r.Figures.Zone)}: {Say(r.Chain.Entries)} entries hold, each carrying the digest of the one before."),
                r.Chain.LastHead is { } day ? Text($"The last signed head is of {(DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) ? Say(on) : day)}, entry {Say(r.Chain.LastHeadAt ?? 0)}.") : "")
            : Together(
                r.Chain.BrokenAt is { } at ? r.Chain.MayBeTheOneBefore ? Text($"It does not hold: entry {Say(at - 1)} or {Say(at)} is not what it was.") : Text($"It does not hold: entry {Say(at)} is not what it was.") : Text("It does not hold: a signed head disagrees."),
                Text("Tell the data protection officer, and leave everything as it is.")),
        [new(Text("Audit log"), [Text("What"), Text("Number")], [[Text("Entries that hold"), Say(r.Chain.Entries)], [Text("Signed heads held against it"), Say(r.Chain.Heads)], [Text("Heads that disagree"), Say(r.Chain.HeadsWrong)]])],
        Text("audit.jsonl in the pack with its signed heads; how-to-verify.txt says how anybody checks it without MediaGuard."),
        "/lead/audit");
}
