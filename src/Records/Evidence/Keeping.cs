using static MediaGuard.Media.Words;

namespace MediaGuard.Records.Evidence;

/// <summary>One kind of data: whose, how long it is kept as the program really does it, and who can see it.</summary>
/// <param name="Ends">Who ends it: the program, or somebody; “nobody yet” where no period is automated.</param>
public sealed record Keeping(string Data, string Whose, string Kept, string Ends, string Seen)
{
    private static string Program => Text("the program");
    private static string Nobody => Text("nobody yet: not automated");

    /// <summary>Everything that is kept under a policy.</summary>
    public static IReadOnlyList<Keeping> All(Policies.PolicyDocument policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return
        [
            new(Text("The photo as the camera wrote it, encrypted"), Text("everybody in it"), Text($"until nothing waits for a decision, and {Days(policy.ShredAfterDays)} after the first decision at the latest; longer only under seal or while an open incident needs it"), Program, Text("nobody")),
            new(Text("The cleaned picture, encrypted"), Text("everybody in it"), Text("until the office deletes it for good. Periods of 30 days for what waits and 7 for what is refused are intended"), Text("the office; by period nobody yet: not automated"), Text("the class’s teachers, the office; the editor once it is cleared for the website")),
            new(Text("Copies on a channel"), Text("everybody in it"), Published(policy), Text("the program where it delivers, people where they posted by hand"), Text("the channel’s audience")),
            new(Text("Who is in which picture, and who said so"), Text("pupils, staff"), Text("with the picture"), Program, Text("the class’s teachers, the office")),
            new(Text("Why a picture may or may not go somewhere"), Text("pupils, staff"), Text("with the picture’s entry, under ids"), Nobody, Text("the class’s teachers, the office")),
            new(Text("The register: names, classes, dates"), Text("pupils, staff, volunteers, visitors"), Text("until the lead erases the person; leaving alone erases nobody"), Text("the lead; by period nobody yet: not automated"), Text("the office, the lead; teachers for their own classes")),
            new(Text("What families said about showing photos"), Text("pupils, parents"), Text("for good, under ids; at erasure the name goes"), Nobody, Text("the office, the lead")),
            new(Text("Parents: name, e-mail, responsibility"), Text("parents"), Text("with the child’s entry; erased with it"), Text("the lead"), Text("the office, the lead")),
            new(Text("Parents’ links"), Text("parents"), Text("until they expire or are ended; only a hash is kept"), Program, Text("nobody")),
            new(Text("Face templates, where matching is on"), Text("people enrolled by consent"), Text("destroyed in the transaction that ends the consent"), Program, Text("nobody; the program compares")),
            new(Text("Incidents, complaints and seals"), Text("whoever they are about"), Text("the school’s own policy sets it"), Nobody, Text("the lead")),
            new(Text("The audit log"), Text("staff; others by id"), Text("for good: its proof is that nothing is taken out"), Nobody, Text("the lead")),
            new(Text("Who looked at which picture"), Text("staff"), Text("for good"), Nobody, Text("the lead")),
            new(Text("Accounts, sign-ins and signed agreements"), Text("staff"), Text("while the account exists; a closed one stays until somebody removes it"), Nobody, Text("the technician; each person their own")),
            new(Text("Devices and loans"), Text("staff"), Text("while in the inventory"), Text("the technician"), Text("the technician, the lead by incident")),
            new(Text("Keyed digest of a deleted photo"), Text("nobody by itself"), Text("for good, so that it is known when it comes back"), Nobody, Text("nobody")),
            new(Text("Uploads under way"), Text("everybody in it"), Text("a day at most"), Program, Text("nobody")),
            new(Text("Mail"), Text("staff, parents"), Text("on the school’s mail server, or in a folder until somebody empties it"), Text("the school"), Text("whoever it goes to")),
            new(Text("Backups"), Text("everybody"), Text("the school’s own; a deletion is final once the last backup of the keyring from before it is gone"), Text("the school"), Text("the technician")),
        ];
    }

    private static string Published(Policies.PolicyDocument policy) =>
        string.Join("; ", policy.Channels.Select(c => $"{c.Name}: {(c.PublishedForDays == 0 ? Text("as long as the consents hold") : Days(c.PublishedForDays))}"));

    private static string Days(int days) => Count(days, "{0} day", "{0} days");
}
