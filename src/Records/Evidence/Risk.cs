using System.Collections.Immutable;
using static MediaGuard.Media.Words;

namespace MediaGuard.Records.Evidence;

/// <summary>A risk to people, in plain words: what is done against it, and what is left of it.</summary>
public sealed record Risk(string What, string Measure, string Left)
{
    /// <summary>The main ones; the threat model holds every one, and the assessment carries it as it stands.</summary>
    public static ImmutableArray<Risk> All =>
    [
        new(Text("A child is published without consent, or on an answer that is out of date."), Text("No answer counts as no. Every copy is decided again, against the register as it stands, in the transaction that lets it go; nothing goes out by waiting."), Text("A person can say by mistake who is or is not in a picture.")),
        new(Text("A child nobody noticed is in the background."), Text("Faces are looked for; doubtful, small and many faces are shown one by one. On a public channel “no face found” never suffices: a person says who may be in it, and one in twenty of what is cleared together is looked at again by somebody else."), Text("Backs of heads, masks and very small faces; how well the models do on young children is not known until the school measures it.")),
        new(Text("A parent says no and the picture stays up."), Text("The same transaction that records the no takes it off every list and orders back what is out. Each recall stays open, with a clock, until it is proven."), Text("What others downloaded, printed or copied can’t be called back.")),
        new(Text("Place, name or device of a child is read out of a published file."), Text("A published file is made anew from the pixels alone, read back by two independent readers, and has a random name."), Text("What the picture itself shows: a name on a jumper, a street sign.")),
        new(Text("A child who must not be found is recognised by a photo, or by how the program treats it."), Text("Protected people are never published; to everybody but the lead it looks like any family’s refusal."), Text("A photo taken past MediaGuard.")),
        new(Text("A caption or a file name names a child."), Text("Captions are held against the register when they are written and whenever they leave; file names never leave."), Text("A nickname nobody put on the register.")),
        new(Text("Staff look at pictures they have no business with."), Text("Roles and classes limit what opens; every look is logged by person and chained; the lead can read it by child."), Text("Somebody looks over a shoulder.")),
        new(Text("A password is guessed or shared; a screen is left open."), Text("Second factor for office, lead and technician where it is required; tries are limited; a page nobody touches covers itself and signs out."), Text("A second factor that is only offered and not taken up.")),
        new(Text("The machine, a disk, a backup or a camera is stolen."), Text("Pictures are encrypted one by one; the keys lie outside the database and its backups; the device’s copy is removed once ours is proven."), Text("With the default key file, disk and key lie on one machine: it needs disk encryption.")),
        new(Text("A hostile file attacks the program."), Text("What comes in is read in a child process without network or files; scanning for malware can be set up."), Text("On Windows and macOS the child has fewer limits.")),
        new(Text("Something was done and nobody can tell by whom."), Text("Every act is one signed-in person’s, in an append-only log whose changes show, with its end signed outside the database each day."), Text("Somebody who administers the machine and holds its keys, where no signed head is kept elsewhere.")),
        new(Text("Biometric data of children is collected."), Text("Face matching is off unless the lead states an assessment; only people with written consent are enrolled; a refusal by the child wins; it never clears a picture. Templates are destroyed with the consent."), Text("Where it is on: a wrong suggestion that somebody takes without looking.")),
        new(Text("A photo is deleted and comes back."), Text("Its key is destroyed, and a keyed digest knows the same file again."), Text("Another copy of the picture, cropped or saved anew; old backups of the keys until they expire.")),
        new(Text("A picture that is evidence of harm is spread, or tidied away."), Text("It is put under seal: it is shown to nobody, and neither copied nor deleted, until the lead releases it."), Text("What was seen before.")),
        new(Text("A private phone is used, or a device is lost."), Text("A camera the inventory does not know holds its photos and opens an incident; a lost device is no way in."), Text("A camera that writes no model; photos that are never handed in.")),
    ];
}
