using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using static MediaGuard.Media.Words;
using static MediaGuard.Records.Evidence.EvidenceWords;

namespace MediaGuard.Records.Evidence;

/// <summary>The questions an inspector asks, in the order they are asked, and what the books answer. The page and the file say the same.</summary>
public static class EvidenceAnswers
{
    public static IReadOnlyList<EvidenceAnswer> Of(EvidenceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var f = reading.Figures;
        return
        [
            Policy(f), Deciding(f), Outcome(f), Withdrawals(f), TakeDowns(f), Originals(f), Looks(f), Incidents(f), .. EvidenceAnswersOfTheHouse.Of(reading),
        ];
    }

    private static EvidenceAnswer Policy(EvidenceFigures f) => new(
        "policy",
        Text("Which policy is in force, since when, and what was it before?"),
        Text($"Version {Say(f.InForce.Version)} has been in force since {Say(f.InForce.MadeAt, f.Zone)}.") + " " + (f.Policies.Count == 1
            ? Text("It is the one the school began with.")
            : Text($"Each of the {Say(f.Policies.Count - 1)} before it is kept, and every decision names the version it was made under.")),
        [
            EvidenceTable.Of(Text("Channels now"), [Text("Channel"), Text("Asks for"), Text("Everybody may look"), Text("“No face” suffices"), Text("A second person approves"), Text("Taken back after")], f.InForce.Document.Channels, c =>
                [c.Name, string.Join(", ", c.Purposes.Select(p => Purpose(f, p))), YesNo(c.IsPublic), YesNo(c.NoFaceSuffices), YesNo(c.NeedsSecondApprover), c.PublishedForDays == 0 ? Text("when a consent ends") : Count(c.PublishedForDays, "{0} day", "{0} days")]),
            EvidenceTable.Of(Text("Versions"), [Text("Version"), Text("Since"), Text("Made by"), Text("What changed")], f.Policies, p =>
                [Say(p.Version), Say(p.MadeAt, f.Zone), p.Role is { } role ? Roles(role) : Text("the program"), p.Changes.Count == 0 ? p.Version == 1 ? Text("What the school began with.") : Text("No difference.") : string.Join(" ", p.Changes.Select(c => c.Sentence))]),
        ],
        Text("Every version word for word in policy-history.json; each change is an entry “policy-changed” of the audit log."),
        "/lead/policy");

    // a constant in the hole would make the sentence one constant, which nobody translates
    private static string Rules(string version) => version;

    private static EvidenceAnswer Deciding(EvidenceFigures f) => new(
        "deciding",
        Text("How is it decided whether a picture may be shown?"),
        Text($"By fixed rules, version {Rules(DecisionEngine.EngineVersion)}, from what people said who is in it and what families said. Each rule can only object; the worst objection wins, and a picture nothing is known of is held. No program learns or guesses a yes."),
        [
            EvidenceTable.Of(Text("What a rule can object"), [Text("Code"), Text("In words"), Text("Then the picture is"), Text("Somebody who looks may set it aside")], Objections(), c =>
                [c.ToString(), ReasonSentences.For(c, Audience.Lead), Word(c.Verdict()), YesNo(c.IsDischargeable())]),
            EvidenceTable.Of(Text("Decisions made in this time"), [Text("Rules"), Text("Models"), Text("Decisions")], f.Engines, e => [Text($"version {e.Engine}"), e.Models.Length == 0 ? Text("none asked") : e.Models, Say(e.Decisions)]),
        ],
        Text("Each decision is an entry “decided” of the audit log with its codes; the books keep with it the versions of register, policy, rules and models."),
        "/lead/audit");

    private static EvidenceAnswer Outcome(EvidenceFigures f) => new(
        "outcome",
        Text("How many pictures were cleared, held and refused, and why?"),
        Together(
            Count(f.Term.Arrived, "{0} photo arrived.", "{0} photos arrived."),
            Text("This is how they stand now, channel by channel."),
            Count(f.Undecided, "{0} photo has no decision: nobody asked for a channel, or it is on its way.", "{0} photos have no decision: nobody asked for a channel, or it is on its way."),
            Count(f.Term.SetAside, "{0} was set aside because the file could not be taken further.", "{0} were set aside because the file could not be taken further.")),
        [
            EvidenceTable.Of(Text("By channel"), [Text("Channel"), Text("Cleared"), Text("Held"), Text("Refused")], f.Verdicts, v => [v.Channel, Say(v.Cleared), Say(v.Held), Say(v.Refused)]),
            EvidenceTable.Of(Text("Why not"), [Text("Channel"), Text("Photos"), Text("Code"), Text("In words")], f.Verdicts.SelectMany(v => v.Reasons.Select(r => (v.Channel, Reason: r))), r =>
                [r.Channel, Say(r.Reason.Photos), r.Reason.Code.ToString(), ReasonSentences.For(r.Reason.Code, Audience.Lead)]),
            EvidenceTable.Of(Text("Why set aside"), [Text("Code"), Text("Photos"), Text("In words")], f.SetAside, r => [r.Code.ToString(), Say(r.Photos), ReasonSentences.For(r.Code, Audience.Lead)]),
            new(Text("A second pair of eyes"), [Text("What"), Text("Number")], [[Text("Contact sheets gone through"), Say(f.Term.Sheets)], [Text("Of those drawn for a second look"), Say(f.Term.Drawn)], [Text("Of those on which the second answer differed"), Say(f.Term.Disputed)]]),
        ],
        Text("A photo may have several reasons, so they add up to more than the photos. Each is an entry “decided” of the audit log."),
        "/lead/report");

    private static EvidenceAnswer Withdrawals(EvidenceFigures f)
    {
        var withdrawn = f.Said.Sum(s => s.Withdrawn);
        var noes = f.Said.Sum(s => s.Refused);
        return new(
            "withdrawals",
            Text("What happens when a family says no?"),
            Together(
                Text($"{Count(withdrawn, "{0} consent was withdrawn", "{0} consents were withdrawn")} and {Count(noes, "{0} refusal recorded", "{0} refusals recorded")}."),
                Text("From the word to “off the list” no time passes: the transaction that records it pulls every queue and orders back what is out."),
                f.OpenRecalls.Count == 0 ? Text("No recall is open now.") : Count(f.OpenRecalls.Sum(r => r.Count), "{0} recall is open now.", "{0} recalls are open now.")),
            [
                EvidenceTable.Of(Text("What was said"), [Text("Purpose"), Text("Yes"), Text("No"), Text("Withdrawn")], f.Said, s => [Purpose(f, s.Purpose), Say(s.Given), Say(s.Refused), Say(s.Withdrawn)]),
                EvidenceTable.Of(Text("From the order to the proof that the copy is gone"), [Text("Channel"), Text("Copies out"), Text("Ordered back"), Text("Proven gone"), Text("Half within"), Text("Longest")], f.Term.Channels, c =>
                    [c.Channel, Say(c.Out), Say(c.CalledBack), Say(c.Proven), Hours(c.MedianHours), Hours(c.LongestHours)]),
                EvidenceTable.Of(Text("Recalls open now"), [Text("Channel"), Text("Copies"), Text("Since")], f.OpenRecalls, r => [r.Channel, Say(r.Count), Say(r.Since, f.Zone)]),
            ],
            Text("“consent-recorded” and “recalling-all” stand side by side in the audit log, at the same moment; “recalled” is written only on a proof. Ordered back are also copies whose period is over, that were deleted, or that the policy no longer allows."),
            "/lead");
    }

    private static EvidenceAnswer TakeDowns(EvidenceFigures f) => new(
        "take-downs",
        Text("And where a person put a copy up by hand?"),
        Together(
            Count(f.TakeDowns.Sum(t => t.Taken), "{0} copy was taken to be put somewhere by hand.", "{0} copies were taken to be put somewhere by hand."),
            Count(
                f.TakeDowns.Sum(t => t.Waiting),
                "Such a recall ends only when a named person says that it is down; {0} one still waits for that word.",
                "Such a recall ends only when a named person says that it is down; {0} still wait for that word.")),
        [
            EvidenceTable.Of(Text("Taken down by hand"), [Text("Channel"), Text("Taken"), Text("Said down"), Text("Of those in time"), Text("Hours allowed"), Text("Half within"), Text("Longest"), Text("Waiting now")], f.TakeDowns, t =>
                [t.Channel, Say(t.Taken), Say(t.Down.Count), Say(t.InTime), Say(t.WithinHours), Hours(t.Down.MedianHours), Hours(t.Down.LongestHours), Say(t.Waiting)]),
        ],
        Text("“taken-to-post”, “taken-down” and “never-posted” in the audit log, each by one account. The program opens no address to look: it is that person’s word."),
        "/lead");

    private static EvidenceAnswer Originals(EvidenceFigures f) => new(
        "originals",
        Text("Do photos stay on cameras and tablets? Is what is deleted really gone?"),
        Together(
            Count(f.Originals.Removed + f.Originals.AlreadyGone, "{0} photo is off the device;", "{0} photos are off the device;"),
            f.Originals.Present == 1
                ? Text($"{Say(f.Originals.Present)} is still there now, {Say(f.Originals.Refused)} of them because the device would not let go;")
                : Text($"{Say(f.Originals.Present)} are still there now, {Say(f.Originals.Refused)} of them because the device would not let go;"),
            Count(f.Originals.Changed, "{0} was left alone because the file on the device had changed.", "{0} were left alone because the file on the device had changed."),
            Count(f.Deleted, "{0} photo was deleted for good,", "{0} photos were deleted for good,"),
            Count(f.Erased, "{0} person erased from the register.", "{0} people erased from the register.")),
        [
            new(Text("Photos that arrived in this time"), [Text("On the device"), Text("Photos")], [[Text("Removed once our copy was proven equal"), Say(f.Originals.Removed)], [Text("Gone already"), Say(f.Originals.AlreadyGone)], [Text("Changed meanwhile, left alone"), Say(f.Originals.Changed)], [Text("Still there"), Say(f.Originals.Present)], [Text("Of those, could not be removed"), Say(f.Originals.Refused)]]),
            new(Text("Destroyed in this time"), [Text("What"), Text("Number")], [[Text("Originals as the camera wrote them, by destroying the key"), Say(f.Originals.Shredded)], [Text("Photos deleted for good"), Say(f.Deleted)], [Text("People erased"), Say(f.Erased)]]),
        ],
        Text("A receipt for each photo in the books, and “deleted” in the audit log. A signed certificate of deletion is not there yet."),
        "/lead");

    private static EvidenceAnswer Looks(EvidenceFigures f) => new(
        "looks",
        Text("Who looked at pictures of children?"),
        Together(
            Text($"{Count(f.Looks.Sum(l => l.Accounts), "{0} account", "{0} accounts")} looked {Count(f.Looks.Sum(l => l.Looks), "{0} time", "{0} times")};"),
            Count(f.Looks.Sum(l => l.Copies), "{0} of that was a download.", "{0} of those were downloads."),
            Text("Each look is on record with account, picture and moment, thumbnails too.")),
        [EvidenceTable.Of(Text("Looks by role"), [Text("Role"), Text("Accounts"), Text("Looks"), Text("Downloads")], f.Looks, l => [Capital(Roles(l.Role)), Say(l.Accounts), Say(l.Looks), Say(l.Copies)])],
        Text("The side log, of which the audit log takes a digest each minute (“looks”). The lead reads it by child: open the child, then “Who saw pictures”."),
        "/lead/protected");

    private static EvidenceAnswer Incidents(EvidenceFigures f) => new(
        "incidents",
        Text("What went wrong, and was it reported in time?"),
        Together(
            Count(f.Incidents.Sum(i => i.Opened), "{0} incident was opened, complaints among them;", "{0} incidents were opened, complaints among them;"),
            Count(f.Incidents.Sum(i => i.Overdue), "{0} report is overdue.", "{0} reports are overdue."),
            Count(f.Sealed, "{0} picture was put under seal in this time;", "{0} pictures were put under seal in this time;"),
            Count(f.UnderSeal, "{0} is under seal now.", "{0} are under seal now.")),
        [
            EvidenceTable.Of(Text("Incidents and complaints"), [Text("Kind"), Text("Opened"), Text("Closed"), Text("Told in time"), Text("Told late"), Text("To tell, in time"), Text("Overdue")], f.Incidents, i =>
                [IncidentSentences.Of(i.Kind), Say(i.Opened), Say(i.Closed), Say(i.Told), Say(i.ToldLate), Say(i.Waiting), Say(i.Overdue)]),
        ],
        Text("Who must be told, and by when, follows from the kind and is counted per person to be told. “incident-opened” and “incident-told” in the audit log."),
        "/lead/incidents");

    private static string Purpose(EvidenceFigures f, string id) => Policies.Purposes.Of(f.InForce.Document).FirstOrDefault(p => p.Purpose == id)?.Name ?? Capital(id);

    private static IEnumerable<ReasonCode> Objections() =>
        Enum.GetValues<ReasonCode>().Where(c => c is not ReasonCode.None && c.Kind() is not (ReasonKind.Quarantine or ReasonKind.Ending or ReasonKind.Waiting));

    private static string Word(Verdict verdict) => verdict == Verdict.Refused ? Text("refused") : Text("held");

    private static string YesNo(bool yes) => yes ? Text("yes") : Text("no");
}
