using MediaGuard.Media;
using MediaGuard.Web.Commands;

namespace MediaGuard.Web;

/// <summary>Which language the program speaks to people, and where its words lie: <c>words/Words.TAG.resx</c> in the data folder, or beside the program.</summary>
internal sealed class Language
{
    public const string Section = "Words";

    private const string English = "en";

    /// <summary>The language's tag; <c>en</c> for the program's own English.</summary>
    public string Tag { get; set; } = English;

    /// <summary>Makes the program speak the language that is set.</summary>
    /// <exception cref="CommandException">It has no file, or a file that can't be used.</exception>
    public static void Speak(IConfiguration configuration, string data)
    {
        var tag = configuration.GetSection(Section).Get<Language>()?.Tag ?? English;
        if (tag is English or "en-GB")
        {
            return; // which it speaks unless it is told otherwise
        }

        try
        {
            Words.Speak(Translation.Read(FileOf(tag, data)));
        }
        catch (TranslationException e)
        {
            throw new CommandException(ExitCodes.NotSetUp, e.Message);
        }
    }

    private static string FileOf(string tag, string data)
    {
        string[] places = [Path.Combine(data, "words"), Path.Combine(AppContext.BaseDirectory, "words")];
        return places.Select(p => Path.Combine(p, $"Words.{Path.GetFileName(tag)}.resx")).FirstOrDefault(File.Exists)
            ?? throw new TranslationException(
                $"the setting {Section}:{nameof(Tag)} asks for “{tag}”, and there is no Words.{tag}.resx in {string.Join(" or ", places)}. Copy {Path.Combine(places[1], "Words.resx")} there under that name and translate each value.");
    }
}
