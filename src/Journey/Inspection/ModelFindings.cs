using MediaGuard.Media;
using MediaGuard.Vision.Models;

namespace MediaGuard.Journey.Inspection;

/// <summary>Says of a model whether its file is the one the manifest names, what follows if it is not, and how to mend it.</summary>
internal static class ModelFindings
{
    /// <summary>The role of the model that compares faces.</summary>
    private const string Embedding = "embedding";

    public static Finding Of(ModelStatus model) => model.State switch
    {
        ModelState.Installed => new Finding(What(model), Health.Well, Words.Text($"{model.Role}, {model.Licence}, digest {model.Sha256[..8]} verified"), ""),
        ModelState.Altered => new Finding(
            What(model),
            Health.Wrong,
            model.Role == Embedding
                ? Words.Text("The file is not the one the manifest names; it is not used. Where faces should be compared, photos are held meanwhile.")
                : Words.Text("The file is not the one the manifest names; it is not used, and photos are held meanwhile."),
            Words.Text("Run `mediaguard models install`. If it comes back, find out who changes files on this machine.")),
        ModelState.Missing when model.IsRequired => new Finding(
            What(model), Health.Wrong, Words.Text("Not installed: no face can be looked for, and photos are held meanwhile."), Words.Text("Run `mediaguard models install`.")),
        ModelState.Missing => new Finding(
            What(model),
            Health.Note,
            model.Role == Embedding ? Words.Text("Not installed; without it no face is compared, and photos are held where one should be.") : Words.Text("Not installed; it is optional."),
            Words.Text("Run `mediaguard models install`; models/README.md says where its file comes from.")),
    };

    private static string What(ModelStatus model) => Words.Text($"model {model.Name}");
}
