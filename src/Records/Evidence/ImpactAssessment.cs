using MediaGuard.Consent.Register;
using MediaGuard.Records.Policies;
using static MediaGuard.Media.Words;
using static MediaGuard.Records.Evidence.EvidenceWords;

namespace MediaGuard.Records.Evidence;

/// <summary>A data protection impact assessment (UK GDPR article 35) with everything the program knows written in, and the rest marked for the school.</summary>
public static class ImpactAssessment
{
    public static string Write(EvidenceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var f = reading.Figures;
        var policy = f.InForce.Document;
        var sheet = new Sheet(Text($"{f.SchoolName}: data protection impact assessment of publishing photos of pupils"))
            .Quiet(Text($"Begun by MediaGuard on {Say(f.ReadAt, f.Zone)}, from policy version {Say(f.InForce.Version)} and the figures of {Say(f.From)} to {Say(f.Until)}.")
                + " " + Text("A draft: it is an assessment once the school has filled in what is marked, and its data protection officer has said what they think."));
        sheet.Head(Text("1. Why an assessment")).Say(Text("Photos of children, some of them vulnerable, are collected, searched for faces by a program, and some are published. An assessment is asked for where that may put them at a high risk (article 35); the ICO names data of children, new technology and biometric data among what makes it likely."))
            .Fill(Text("who writes this, since when, and which other systems it belongs to."));
        Nature(sheet, reading, policy);
        Purposes(sheet, policy);
        sheet.Head(Text("4. What is kept, how long, and who sees it")).Table(EvidenceTable.Of(Text("Kinds of data"), [Text("Data"), Text("Whose"), Text("Kept"), Text("Ended by"), Text("Seen by")], Keeping.All(policy), k => [k.Data, Capital(k.Whose), Capital(k.Kept), Capital(k.Ends), Capital(k.Seen)]))
            .Fill(Text("the school’s retention schedule for what is marked “not automated”, and who does it by hand until then."))
            .Table(EvidenceTable.Of(Text("Who has access"), [Text("Role"), Text("Accounts now"), Text("Can reach"), Text("Cannot reach")], RoleAccess.All, a => [Capital(Roles(a.Role)), Say(f.Accounts.Where(c => c.Role.Split(" and ").Contains(a.Role)).Sum(c => c.Accounts)), Capital(a.Sees), Capital(a.NotSees)]));
        sheet.Head(Text("5. Who was asked")).Fill(Text("how parents, pupils and staff were asked what they think, what they said, and what was changed because of it; or why they were not asked."))
            .Fill(Text("which processors were asked: whoever hosts the machine, the mail, the website, Seesaw."));
        sheet.Head(Text("6. Necessity and proportion")).Say(Text("A photo is considered for a channel only where somebody asked for it. Only pixels are published. Everything works with face matching off. No program decides for a child: its doubts only hold a picture until a person has looked."))
            .Say(Text("Families can refuse, and withdraw, at any time and without an account; it takes effect at once.")
                + " " + Count(f.Said.Sum(s => s.Withdrawn), "In this time {0} consent was withdrawn.", "In this time {0} consents were withdrawn."))
            .Fill(Text("why the school needs to publish photos at all, and whether less would do."));
        Risks(sheet);
        sheet.Head(Text("8. What is left to say")).Fill(Text("the data protection officer’s advice, with the day.")).Fill(Text("whether the advice is followed; if not, why.")).Fill(Text("whether a high risk is left; then the ICO is asked before anything begins (article 36).")).Fill(Text("approved by, on, and to be looked at again on."));
        sheet.Head(Text("Annex: the program’s threat model")).Quiet(Text("In its makers’ words, as it came with this version."))
            .Table(EvidenceTable.Of(Text("What is protected, and how"), [Text("Threat"), Text("Protection")], ThreatModel.Protected, t => [t.Threat, t.Protection])).Under(Text("What is not protected")).List(ThreatModel.NotProtected);
        return sheet.ToString();
    }

    private static void Nature(Sheet sheet, EvidenceReading reading, PolicyDocument policy)
    {
        var f = reading.Figures;
        sheet.Head(Text("2. What is done"))
            .Say(Text("Nature: photos from the school’s cameras and tablets are taken in, encrypted, cleaned down to their pixels and searched for faces on the school’s own machine. People say who is or is not in them; fixed rules hold that against what families said; what is cleared is handed to the channels below and called back when a family says no."))
            .Say(Text($"Scope: {Count(f.Term.Pupils, "{0} pupil", "{0} pupils")} in {Count(f.Term.Classes, "{0} class", "{0} classes")} on the register now; {Count(f.Term.Arrived, "{0} photo arrived in this time", "{0} photos arrived in this time")} and {Count(f.Term.Channels.Sum(c => c.Out), "{0} copy went out", "{0} copies went out")}.")
                + " " + (f.Matching.IsOn
                    ? Count(f.Matching.Templates, "Face matching is on: {0} template of biometric data.", "Face matching is on: {0} templates of biometric data.")
                    : Text("No biometric data: face matching is off.")))
            .Say(Text("Context: children cannot well judge what a published photo means later; families trust the school. Some must not be found by somebody, and are never published."))
            .Table(EvidenceTable.Of(Text("Where copies go"), [Text("Channel"), Text("Audience"), Text("A copy is taken back after")], policy.Channels, c => [c.Name, c.IsPublic ? Text("everybody") : Text("the school’s own"), c.PublishedForDays == 0 ? Text("a consent ends") : Count(c.PublishedForDays, "{0} day", "{0} days")]))
            .Say((reading.IsScanned
                    ? Text("Nothing else leaves: no service outside looks at pictures, but the malware scanner the school named, wherever that runs.")
                    : Text("Nothing else leaves: no service outside looks at pictures."))
                + " " + (reading.IsStoredElsewhere ? Text("Encrypted pictures lie in a blob store.") : Text("Pictures lie on the school’s machine.")))
            .Fill(Text("where the machine, the backups and any blob store are, in which country, and who looks after them."));
    }

    private static void Purposes(Sheet sheet, PolicyDocument policy) => sheet.Head(Text("3. What for, and on what ground"))
        .Table(EvidenceTable.Of(Text("Purposes"), [Text("Purpose"), Text("Lawful basis"), Text("A yes lasts")], Policies.Purposes.Of(policy), p =>
            [p.Name, p.Basis == LawfulBasis.PublicTask ? Text("Public task, article 6(1)(e): families are told and may object") : Text("Consent, article 6(1)(a)"), Lasts(p)]))
        .Table(new(Text("What belongs to it"), [Text("Processing"), Text("Lawful basis")],
        [
            [Text("Register, who is in a picture, the log, incidents"), Text("Public task, article 6(1)(e), and legal duties, article 6(1)(c): to be confirmed by the school")],
            [Text("Complaints about personal data"), Text("Legal duty, article 6(1)(c)")],
            [Text("Face matching, only where it is switched on"), Text("Explicit consent, article 9(2)(a), and Protection of Freedoms Act 2012, sections 26 to 28")],
            [Text("Accounts and sign-ins of staff"), Text("Public task, article 6(1)(e): to be confirmed by the school")],
        ]))
        .Fill(Text("confirm each basis, and the privacy notice that tells families of it."));

    private static void Risks(Sheet sheet)
    {
        sheet.Head(Text("7. Risks and what meets them")).Say(Text("What is meant is harm to people, not to the school. How likely and how severe each is depends on the school: it is marked."));
        sheet.Table(EvidenceTable.Of(Text("Risks"), [Text("Risk"), Text("What meets it"), Text("What is left"), Text("Likely, severe, left: for the school to fill in")], Risk.All, r => [r.What, r.Measure, r.Left, ""]))
            .Fill(Text("risks of the school’s own that a program can’t know."));
    }

    private static string Lasts(PurposeSetting purpose) => purpose.Lasts switch
    {
        ConsentLength.UntilLeft => Text("until the child leaves"),
        ConsentLength.SchoolYear => Text("until the school year ends"),
        ConsentLength.Months => Count(purpose.Months, "{0} month", "{0} months"),
    };
}
