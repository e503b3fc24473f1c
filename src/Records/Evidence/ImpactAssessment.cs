using MediaGuard.Consent.Register;
using MediaGuard.Records.Policies;
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
        var sheet = new Sheet($"{f.SchoolName}: data protection impact assessment of publishing photos of pupils")
            .Quiet($"Begun by MediaGuard on {Say(f.ReadAt, f.Zone)}, from policy version {Say(f.InForce.Version)} and the figures of {Say(f.From)} to {Say(f.Until)}. A draft: it is an assessment once the school has filled in what is marked, and its data protection officer has said what they think.");
        sheet.Head("1. Why an assessment").Say("Photos of children, some of them vulnerable, are collected, searched for faces by a program, and some are published. An assessment is asked for where that may put them at a high risk (article 35); the ICO names data of children, new technology and biometric data among what makes it likely.")
            .Fill("who writes this, since when, and which other systems it belongs to.");
        Nature(sheet, reading, policy);
        Purposes(sheet, policy);
        sheet.Head("4. What is kept, how long, and who sees it").Table(EvidenceTable.Of("Kinds of data", ["Data", "Whose", "Kept", "Ended by", "Seen by"], Keeping.All(policy), k => [k.Data, Capital(k.Whose), Capital(k.Kept), Capital(k.Ends), Capital(k.Seen)]))
            .Fill("the school’s retention schedule for what is marked “not automated”, and who does it by hand until then.")
            .Table(EvidenceTable.Of("Who has access", ["Role", "Accounts now", "Can reach", "Cannot reach"], RoleAccess.All, a => [Capital(a.Role), Say(f.Accounts.Where(c => c.Role.Split(" and ").Contains(a.Role)).Sum(c => c.Accounts)), Capital(a.Sees), Capital(a.NotSees)]));
        sheet.Head("5. Who was asked").Fill("how parents, pupils and staff were asked what they think, what they said, and what was changed because of it; or why they were not asked.")
            .Fill("which processors were asked: whoever hosts the machine, the mail, the website, Seesaw.");
        sheet.Head("6. Necessity and proportion").Say("A photo is considered for a channel only where somebody asked for it. Only pixels are published. Everything works with face matching off. No program decides for a child: its doubts only hold a picture until a person has looked.")
            .Say($"Families can refuse, and withdraw, at any time and without an account; it takes effect at once. In this time {Say(f.Said.Sum(s => s.Withdrawn), "consent was", "consents were")} withdrawn.")
            .Fill("why the school needs to publish photos at all, and whether less would do.");
        Risks(sheet);
        sheet.Head("8. What is left to say").Fill("the data protection officer’s advice, with the day.").Fill("whether the advice is followed; if not, why.").Fill("whether a high risk is left; then the ICO is asked before anything begins (article 36).").Fill("approved by, on, and to be looked at again on.");
        sheet.Head("Annex: the program’s threat model").Quiet("In its makers’ words, as it came with this version.")
            .Table(EvidenceTable.Of("What is protected, and how", ["Threat", "Protection"], ThreatModel.Protected, t => [t.Threat, t.Protection])).Under("What is not protected").List(ThreatModel.NotProtected);
        return sheet.ToString();
    }

    private static void Nature(Sheet sheet, EvidenceReading reading, PolicyDocument policy)
    {
        var f = reading.Figures;
        sheet.Head("2. What is done")
            .Say("Nature: photos from the school’s cameras and tablets are taken in, encrypted, cleaned down to their pixels and searched for faces on the school’s own machine. People say who is or is not in them; fixed rules hold that against what families said; what is cleared is handed to the channels below and called back when a family says no.")
            .Say($"Scope: {Say(f.Term.Pupils, "pupil", "pupils")} in {Say(f.Term.Classes, "class", "classes")} on the register now; {Say(f.Term.Arrived, "photo", "photos")} arrived in this time and {Say(f.Term.Channels.Sum(c => c.Out), "copy went", "copies went")} out. {(f.Matching.IsOn ? $"Face matching is on: {Say(f.Matching.Templates, "template", "templates")} of biometric data." : "No biometric data: face matching is off.")}")
            .Say("Context: children cannot well judge what a published photo means later; families trust the school. Some must not be found by somebody, and are never published.")
            .Table(EvidenceTable.Of("Where copies go", ["Channel", "Audience", "A copy is taken back after"], policy.Channels, c => [c.Name, c.IsPublic ? "everybody" : "the school’s own", c.PublishedForDays == 0 ? "a consent ends" : Say(c.PublishedForDays, "day", "days")]))
            .Say($"Nothing else leaves: no service outside looks at pictures{(reading.IsScanned ? ", but the malware scanner the school named, wherever that runs" : "")}.{(reading.IsStoredElsewhere ? " Encrypted pictures lie in a blob store." : " Pictures lie on the school’s machine.")}")
            .Fill("where the machine, the backups and any blob store are, in which country, and who looks after them.");
    }

    private static void Purposes(Sheet sheet, PolicyDocument policy) => sheet.Head("3. What for, and on what ground")
        .Table(EvidenceTable.Of("Purposes", ["Purpose", "Lawful basis", "A yes lasts"], Policies.Purposes.Of(policy), p =>
            [p.Name, p.Basis == LawfulBasis.PublicTask ? "Public task, article 6(1)(e): families are told and may object" : "Consent, article 6(1)(a)", Lasts(p)]))
        .Table(new("What belongs to it", ["Processing", "Lawful basis"],
        [
            ["Register, who is in a picture, the log, incidents", "Public task, article 6(1)(e), and legal duties, article 6(1)(c): to be confirmed by the school"],
            ["Complaints about personal data", "Legal duty, article 6(1)(c)"],
            ["Face matching, only where it is switched on", "Explicit consent, article 9(2)(a), and Protection of Freedoms Act 2012, sections 26 to 28"],
            ["Accounts and sign-ins of staff", "Public task, article 6(1)(e): to be confirmed by the school"],
        ]))
        .Fill("confirm each basis, and the privacy notice that tells families of it.");

    private static void Risks(Sheet sheet)
    {
        sheet.Head("7. Risks and what meets them").Say("What is meant is harm to people, not to the school. How likely and how severe each is depends on the school: it is marked.");
        sheet.Table(EvidenceTable.Of("Risks", ["Risk", "What meets it", "What is left", "Likely, severe, left: for the school to fill in"], Risk.All, r => [r.What, r.Measure, r.Left, ""]))
            .Fill("risks of the school’s own that a program can’t know.");
    }

    private static string Lasts(PurposeSetting purpose) => purpose.Lasts switch
    {
        ConsentLength.UntilLeft => "until the child leaves",
        ConsentLength.SchoolYear => "until the school year ends",
        ConsentLength.Months => Say(purpose.Months, "month", "months"),
    };
}
