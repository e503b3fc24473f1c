using System.Collections.Immutable;

namespace MediaGuard.Records.Evidence;

/// <summary>A risk to people, in plain words: what is done against it, and what is left of it.</summary>
public sealed record Risk(string What, string Measure, string Left)
{
    /// <summary>The main ones; the threat model holds every one, and the assessment carries it as it stands.</summary>
    public static readonly ImmutableArray<Risk> All =
    [
        new("A child is published without consent, or on an answer that is out of date.", "No answer counts as no. Every copy is decided again, against the register as it stands, in the transaction that lets it go; nothing goes out by waiting.", "A person can say by mistake who is or is not in a picture."),
        new("A child nobody noticed is in the background.", "Faces are looked for; doubtful, small and many faces are shown one by one. On a public channel “no face found” never suffices: a person says who may be in it, and one in twenty of what is cleared together is looked at again by somebody else.", "Backs of heads, masks and very small faces; how well the models do on young children is not known until the school measures it."),
        new("A parent says no and the picture stays up.", "The same transaction that records the no takes it off every list and orders back what is out. Each recall stays open, with a clock, until it is proven.", "What others downloaded, printed or copied can’t be called back."),
        new("Place, name or device of a child is read out of a published file.", "A published file is made anew from the pixels alone, read back by two independent readers, and has a random name.", "What the picture itself shows: a name on a jumper, a street sign."),
        new("A child who must not be found is recognised by a photo, or by how the program treats it.", "Protected people are never published; to everybody but the lead it looks like any family’s refusal.", "A photo taken past MediaGuard."),
        new("A caption or a file name names a child.", "Captions are held against the register when they are written and whenever they leave; file names never leave.", "A nickname nobody put on the register."),
        new("Staff look at pictures they have no business with.", "Roles and classes limit what opens; every look is logged by person and chained; the lead can read it by child.", "Somebody looks over a shoulder."),
        new("A password is guessed or shared; a screen is left open.", "Second factor for office, lead and technician where it is required; tries are limited; a page nobody touches covers itself and signs out.", "A second factor that is only offered and not taken up."),
        new("The machine, a disk, a backup or a camera is stolen.", "Pictures are encrypted one by one; the keys lie outside the database and its backups; the device’s copy is removed once ours is proven.", "With the default key file, disk and key lie on one machine: it needs disk encryption."),
        new("A hostile file attacks the program.", "What comes in is read in a child process without network or files; scanning for malware can be set up.", "On Windows and macOS the child has fewer limits."),
        new("Something was done and nobody can tell by whom.", "Every act is one signed-in person’s, in an append-only log whose changes show, with its end signed outside the database each day.", "Somebody who administers the machine and holds its keys, where no signed head is kept elsewhere."),
        new("Biometric data of children is collected.", "Face matching is off unless the lead states an assessment; only people with written consent are enrolled; a refusal by the child wins; it never clears a picture. Templates are destroyed with the consent.", "Where it is on: a wrong suggestion that somebody takes without looking."),
        new("A photo is deleted and comes back.", "Its key is destroyed, and a keyed digest knows the same file again.", "Another copy of the picture, cropped or saved anew; old backups of the keys until they expire."),
        new("A picture that is evidence of harm is spread, or tidied away.", "It is put under seal: it is shown to nobody, and neither copied nor deleted, until the lead releases it.", "What was seen before."),
        new("A private phone is used, or a device is lost.", "A camera the inventory does not know holds its photos and opens an incident; a lost device is no way in.", "A camera that writes no model; photos that are never handed in."),
    ];
}
