using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
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
        "Which policy is in force, since when, and what was it before?",
        $"Version {Say(f.InForce.Version)} has been in force since {Say(f.InForce.MadeAt, f.Zone)}. {(f.Policies.Count == 1 ? "It is the one the school began with." : $"Each of the {Say(f.Policies.Count - 1)} before it is kept, and every decision names the version it was made under.")}",
        [
            EvidenceTable.Of("Channels now", ["Channel", "Asks for", "Everybody may look", "“No face” suffices", "A second person approves", "Taken back after"], f.InForce.Document.Channels, c =>
                [c.Name, string.Join(", ", c.Purposes.Select(p => Purpose(f, p))), YesNo(c.IsPublic), YesNo(c.NoFaceSuffices), YesNo(c.NeedsSecondApprover), c.PublishedForDays == 0 ? "when a consent ends" : Say(c.PublishedForDays, "day", "days")]),
            EvidenceTable.Of("Versions", ["Version", "Since", "Made by", "What changed"], f.Policies, p =>
                [Say(p.Version), Say(p.MadeAt, f.Zone), p.Role ?? "the program", p.Changes.Count == 0 ? p.Version == 1 ? "What the school began with." : "No difference." : string.Join(" ", p.Changes.Select(c => c.Sentence))]),
        ],
        "Every version word for word in policy-history.json; each change is an entry “policy-changed” of the audit log.",
        "/lead/policy");

    private static EvidenceAnswer Deciding(EvidenceFigures f) => new(
        "deciding",
        "How is it decided whether a picture may be shown?",
        $"By fixed rules, version {DecisionEngine.EngineVersion}, from what people said who is in it and what families said. Each rule can only object; the worst objection wins, and a picture nothing is known of is held. No program learns or guesses a yes.",
        [
            EvidenceTable.Of("What a rule can object", ["Code", "In words", "Then the picture is", "Somebody who looks may set it aside"], Objections(), c =>
                [c.ToString(), ReasonSentences.For(c, Audience.Lead), Word(c.Verdict()), YesNo(c.IsDischargeable())]),
            EvidenceTable.Of("Decisions made in this time", ["Rules", "Models", "Decisions"], f.Engines, e => [$"version {e.Engine}", e.Models.Length == 0 ? "none asked" : e.Models, Say(e.Decisions)]),
        ],
        "Each decision is an entry “decided” of the audit log with its codes; the books keep with it the versions of register, policy, rules and models.",
        "/lead/audit");

    private static EvidenceAnswer Outcome(EvidenceFigures f) => new(
        "outcome",
        "How many pictures were cleared, held and refused, and why?",
        $"{Say(f.Term.Arrived, "photo", "photos")} arrived. This is how they stand now, channel by channel. {Say(f.Undecided, "photo has", "photos have")} no decision: nobody asked for a channel, or it is on its way. {Say(f.Term.SetAside, "was", "were")} set aside because the file could not be taken further.",
        [
            EvidenceTable.Of("By channel", ["Channel", "Cleared", "Held", "Refused"], f.Verdicts, v => [v.Channel, Say(v.Cleared), Say(v.Held), Say(v.Refused)]),
            EvidenceTable.Of("Why not", ["Channel", "Photos", "Code", "In words"], f.Verdicts.SelectMany(v => v.Reasons.Select(r => (v.Channel, Reason: r))), r =>
                [r.Channel, Say(r.Reason.Photos), r.Reason.Code.ToString(), ReasonSentences.For(r.Reason.Code, Audience.Lead)]),
            EvidenceTable.Of("Why set aside", ["Code", "Photos", "In words"], f.SetAside, r => [r.Code.ToString(), Say(r.Photos), ReasonSentences.For(r.Code, Audience.Lead)]),
            new("A second pair of eyes", ["What", "Number"], [["Contact sheets gone through", Say(f.Term.Sheets)], ["Of those drawn for a second look", Say(f.Term.Drawn)], ["Of those on which the second answer differed", Say(f.Term.Disputed)]]),
        ],
        "A photo may have several reasons, so they add up to more than the photos. Each is an entry “decided” of the audit log.",
        "/lead/report");

    private static EvidenceAnswer Withdrawals(EvidenceFigures f)
    {
        var withdrawn = f.Said.Sum(s => s.Withdrawn);
        var noes = f.Said.Sum(s => s.Refused);
        return new(
            "withdrawals",
            "What happens when a family says no?",
            $"{Say(withdrawn, "consent was", "consents were")} withdrawn and {Say(noes, "refusal", "refusals")} recorded. From the word to “off the list” no time passes: the transaction that records it pulls every queue and orders back what is out. {(f.OpenRecalls.Count == 0 ? "No recall is open now." : $"{Say(f.OpenRecalls.Sum(r => r.Count), "recall is", "recalls are")} open now.")}",
            [
                EvidenceTable.Of("What was said", ["Purpose", "Yes", "No", "Withdrawn"], f.Said, s => [Purpose(f, s.Purpose), Say(s.Given), Say(s.Refused), Say(s.Withdrawn)]),
                EvidenceTable.Of("From the order to the proof that the copy is gone", ["Channel", "Copies out", "Ordered back", "Proven gone", "Half within", "Longest"], f.Term.Channels, c =>
                    [c.Channel, Say(c.Out), Say(c.CalledBack), Say(c.Proven), Hours(c.MedianHours), Hours(c.LongestHours)]),
                EvidenceTable.Of("Recalls open now", ["Channel", "Copies", "Since"], f.OpenRecalls, r => [r.Channel, Say(r.Count), Say(r.Since, f.Zone)]),
            ],
            "“consent-recorded” and “recalling-all” stand side by side in the audit log, at the same moment; “recalled” is written only on a proof. Ordered back are also copies whose period is over, that were deleted, or that the policy no longer allows.",
            "/lead");
    }

    private static EvidenceAnswer TakeDowns(EvidenceFigures f) => new(
        "take-downs",
        "And where a person put a copy up by hand?",
        $"{Say(f.TakeDowns.Sum(t => t.Taken), "copy was", "copies were")} taken to be put somewhere by hand. Such a recall ends only when a named person says that it is down; {Say(f.TakeDowns.Sum(t => t.Waiting), "one still waits", "still wait")} for that word.",
        [
            EvidenceTable.Of("Taken down by hand", ["Channel", "Taken", "Said down", "Of those in time", "Hours allowed", "Half within", "Longest", "Waiting now"], f.TakeDowns, t =>
                [t.Channel, Say(t.Taken), Say(t.Down.Count), Say(t.InTime), Say(t.WithinHours), Hours(t.Down.MedianHours), Hours(t.Down.LongestHours), Say(t.Waiting)]),
        ],
        "“taken-to-post”, “taken-down” and “never-posted” in the audit log, each by one account. The program opens no address to look: it is that person’s word.",
        "/lead");

    private static EvidenceAnswer Originals(EvidenceFigures f) => new(
        "originals",
        "Do photos stay on cameras and tablets? Is what is deleted really gone?",
        $"{Say(f.Originals.Removed + f.Originals.AlreadyGone, "photo is", "photos are")} off the device; {Say(f.Originals.Present, "is", "are")} still there now, {Say(f.Originals.Refused)} of them because the device would not let go; {Say(f.Originals.Changed, "was", "were")} left alone because the file on the device had changed. {Say(f.Deleted, "photo was", "photos were")} deleted for good, {Say(f.Erased, "person", "people")} erased from the register.",
        [
            new("Photos that arrived in this time", ["On the device", "Photos"], [["Removed once our copy was proven equal", Say(f.Originals.Removed)], ["Gone already", Say(f.Originals.AlreadyGone)], ["Changed meanwhile, left alone", Say(f.Originals.Changed)], ["Still there", Say(f.Originals.Present)], ["Of those, could not be removed", Say(f.Originals.Refused)]]),
            new("Destroyed in this time", ["What", "Number"], [["Originals as the camera wrote them, by destroying the key", Say(f.Originals.Shredded)], ["Photos deleted for good", Say(f.Deleted)], ["People erased", Say(f.Erased)]]),
        ],
        "A receipt for each photo in the books, and “deleted” in the audit log. A signed certificate of deletion is not there yet.",
        "/lead");

    private static EvidenceAnswer Looks(EvidenceFigures f) => new(
        "looks",
        "Who looked at pictures of children?",
        $"{Say(f.Looks.Sum(l => l.Accounts), "account", "accounts")} looked {Say(f.Looks.Sum(l => l.Looks), "time", "times")}; {Say(f.Looks.Sum(l => l.Copies), "of that was a download", "of those were downloads")}. Each look is on record with account, picture and moment, thumbnails too.",
        [EvidenceTable.Of("Looks by role", ["Role", "Accounts", "Looks", "Downloads"], f.Looks, l => [Capital(l.Role), Say(l.Accounts), Say(l.Looks), Say(l.Copies)])],
        "The side log, of which the audit log takes a digest each minute (“looks”). The lead reads it by child: open the child, then “Who saw pictures”.",
        "/lead/protected");

    private static EvidenceAnswer Incidents(EvidenceFigures f) => new(
        "incidents",
        "What went wrong, and was it reported in time?",
        $"{Say(f.Incidents.Sum(i => i.Opened), "incident was", "incidents were")} opened, complaints among them; {Say(f.Incidents.Sum(i => i.Overdue), "report is", "reports are")} overdue. {Say(f.Sealed, "picture was", "pictures were")} put under seal in this time; {Say(f.UnderSeal, "is", "are")} under seal now.",
        [
            EvidenceTable.Of("Incidents and complaints", ["Kind", "Opened", "Closed", "Told in time", "Told late", "To tell, in time", "Overdue"], f.Incidents, i =>
                [IncidentSentences.Of(i.Kind), Say(i.Opened), Say(i.Closed), Say(i.Told), Say(i.ToldLate), Say(i.Waiting), Say(i.Overdue)]),
        ],
        "Who must be told, and by when, follows from the kind and is counted per person to be told. “incident-opened” and “incident-told” in the audit log.",
        "/lead/incidents");

    private static string Purpose(EvidenceFigures f, string id) => Policies.Purposes.Of(f.InForce.Document).FirstOrDefault(p => p.Purpose == id)?.Name ?? Capital(id);

    private static IEnumerable<ReasonCode> Objections() =>
        Enum.GetValues<ReasonCode>().Where(c => c is not ReasonCode.None && c.Kind() is not (ReasonKind.Quarantine or ReasonKind.Ending or ReasonKind.Waiting));

    private static string Word(Verdict verdict) => verdict == Verdict.Refused ? "refused" : "held";

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
