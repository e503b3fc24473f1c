using MediaGuard.Media;
using MediaGuard.Tests.Support;

namespace MediaGuard.Web.Tests;

/// <summary>Notes what the pages say while the tests run.</summary>
[SetUpFixture]
public sealed class Ears
{
    internal static Hearing Hearing { get; } = new();

    [OneTimeSetUp]
    public void Listen() => Words.Speak(Hearing);

    [OneTimeTearDown]
    public void Note()
    {
        Words.Speak(Translation.English);
        File.WriteAllLines(Path.Combine(TestPaths.Root, "artifacts", "heard.txt"), Hearing.Heard.Select(h => h.ReplaceLineEndings(" ")).Order(StringComparer.Ordinal));
    }
}
