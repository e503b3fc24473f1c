namespace MediaGuard.Records.Evidence;

/// <summary>One kind of data: whose, how long it is kept as the program really does it, and who can see it.</summary>
/// <param name="Ends">Who ends it: the program, or somebody; “nobody yet” where no period is automated.</param>
public sealed record Keeping(string Data, string Whose, string Kept, string Ends, string Seen)
{
    private const string Program = "the program";
    private const string Nobody = "nobody yet: not automated";

    /// <summary>Everything that is kept under a policy.</summary>
    public static IReadOnlyList<Keeping> All(Policies.PolicyDocument policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return
        [
            new("The photo as the camera wrote it, encrypted", "everybody in it", $"until nothing waits for a decision, and {Days(policy.ShredAfterDays)} after the first decision at the latest; longer only under seal or while an open incident needs it", Program, "nobody"),
            new("The cleaned picture, encrypted", "everybody in it", "until the office deletes it for good. Periods of 30 days for what waits and 7 for what is refused are intended", "the office; by period nobody yet: not automated", "the class’s teachers, the office; the editor once it is cleared for the website"),
            new("Copies on a channel", "everybody in it", Published(policy), "the program where it delivers, people where they posted by hand", "the channel’s audience"),
            new("Who is in which picture, and who said so", "pupils, staff", "with the picture", Program, "the class’s teachers, the office"),
            new("Why a picture may or may not go somewhere", "pupils, staff", "with the picture’s entry, under ids", Nobody, "the class’s teachers, the office"),
            new("The register: names, classes, dates", "pupils, staff, volunteers, visitors", "until the lead erases the person; leaving alone erases nobody", "the lead; by period " + Nobody, "the office, the lead; teachers for their own classes"),
            new("What families said about showing photos", "pupils, parents", "for good, under ids; at erasure the name goes", Nobody, "the office, the lead"),
            new("Parents: name, e-mail, responsibility", "parents", "with the child’s entry; erased with it", "the lead", "the office, the lead"),
            new("Parents’ links", "parents", "until they expire or are ended; only a hash is kept", Program, "nobody"),
            new("Face templates, where matching is on", "people enrolled by consent", "destroyed in the transaction that ends the consent", Program, "nobody; the program compares"),
            new("Incidents, complaints and seals", "whoever they are about", "the school’s own policy sets it", Nobody, "the lead"),
            new("The audit log", "staff; others by id", "for good: its proof is that nothing is taken out", Nobody, "the lead"),
            new("Who looked at which picture", "staff", "for good", Nobody, "the lead"),
            new("Accounts, sign-ins and signed agreements", "staff", "while the account exists; a closed one stays until somebody removes it", Nobody, "the technician; each person their own"),
            new("Devices and loans", "staff", "while in the inventory", "the technician", "the technician, the lead by incident"),
            new("Keyed digest of a deleted photo", "nobody by itself", "for good, so that it is known when it comes back", Nobody, "nobody"),
            new("Uploads under way", "everybody in it", "a day at most", Program, "nobody"),
            new("Mail", "staff, parents", "on the school’s mail server, or in a folder until somebody empties it", "the school", "whoever it goes to"),
            new("Backups", "everybody", "the school’s own; a deletion is final once the last backup of the keyring from before it is gone", "the school", "the technician"),
        ];
    }

    private static string Published(Policies.PolicyDocument policy) =>
        string.Join("; ", policy.Channels.Select(c => $"{c.Name}: {(c.PublishedForDays == 0 ? "as long as the consents hold" : Days(c.PublishedForDays))}"));

    private static string Days(int days) => EvidenceWords.Say(days, "day", "days");
}
