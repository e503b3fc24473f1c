using MediaGuard.Media;
using MediaGuard.Records.Parents;

namespace MediaGuard.Web.Pages.Parent;

/// <summary>What a yes to a purpose means, in plain words.</summary>
internal static class PurposeWords
{
    public static string For(ParentPurpose purpose) => For(purpose.Purpose, purpose.Name, purpose.IsPublic);

    /// <param name="isPublic">Anybody in the world may look.</param>
    public static string For(PurposeId purpose, string name, bool isPublic) => purpose.Value switch
    {
        "seesaw" => Words.Text("Seesaw is the class's online journal. The families of the class can see what is posted there, and can save it."),
        "website" => Words.Text("The school's website is open to everybody in the world. Pictures there can be copied, and search engines keep copies."),
        "social" => Words.Text("The school's pages on social media are open to everybody. Pictures there can be copied and passed on, and the companies that run them keep copies."),
        "press" => Words.Text("A newspaper or a broadcaster may show the picture, in print and on the internet. It can't be taken back once it is out."),
        "display" => Words.Text("Pictures hang on walls and stand in folders inside the school. Pupils, staff and visitors see them."),
        "credits" => Words.Text("The name may be shown at the end of a video of the school."),
        "names" => Words.Text("The name may stand beside a photo, where that photo is shown. Without it no caption names your child."),
        "biometric" => Words.Text("A computer at the school measures faces to suggest to the office who is in a photo; a person always decides. It is never needed: everything works without it, and nobody is treated differently for a no. The measurements are kept encrypted and destroyed when you say no."),
        _ when isPublic => Words.Text($"Photos may be shown on {name}, which is open to everybody in the world. Pictures there can be copied."),
        _ => Words.Text($"Photos may be used for {name}. Ask the school office who can see them there."),
    };

    public static string Standing(ParentPurpose purpose) => purpose switch
    {
        { IsAsked: true } => Words.Text("You said yes. It holds once the school office has confirmed it; until then nothing is used for this."),
        { Word: "yes", Until: { } until } => Words.Text($"Yes, until {until:d MMMM yyyy}."),
        { Word: "yes" } => Words.Text("Yes."),
        { SaidNo: true } => Words.Text("You said no. Nothing is used for this."),
        { Word: "no" } => Words.Text("A no is on record. Nothing is used for this."),
        { Word: "ended" } => Words.Text("The yes has run out. Nothing is used for this."),
        { Word: "left" } => Words.Text("Your child has left. Nothing new is used for this."),
        _ => Words.Text("Nobody has said anything yet, and that counts as no. Nothing is used for this."),
    };
}
