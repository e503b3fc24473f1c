using System.CommandLine;

namespace MediaGuard.Web.Commands;

/// <summary>How well the installed models do on somebody's own labelled pictures.</summary>
internal static class EvaluateCommand
{
    public static Command Make() => new("evaluate", "Measure the models on a labelled folder.")
    {
        EvaluateFacesCommand.Make(),
        EvaluateMatchingCommand.Make(),
    };
}
