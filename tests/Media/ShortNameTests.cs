using CsCheck;

namespace MediaGuard.Media.Tests;

/// <summary>Channels and purposes are named alike: they stand in settings, file paths and addresses.</summary>
public sealed class ShortNameTests
{
    private static readonly string[] Kinds = ["channel", "purpose"];

    private static readonly Gen<string> GoodName = Gen.Select(
        Gen.Char['a', 'z'],
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"], 0, 31],
        (first, rest) => first + rest);

    private static readonly string[] Bad =
    [
        "", " ", "Seesaw", "see saw", "1st", "-web", "web_site", "web.site", "../up", "a/b", "a\\b", "a\0", "\nseesaw", "café", "ｗeb", "İ",
        "a23456789012345678901234567890123",
    ];

    [TestCaseSource(nameof(Kinds))]
    public void Constructor_GoodName_KeepsIt(string kind) => GoodName.Sample(name => Make(kind, name) == name);

    [Test]
    public void Constructor_BadName_Throws([ValueSource(nameof(Kinds))] string kind, [ValueSource(nameof(Bad))] string name) =>
        Assert.That(() => Make(kind, name), Throws.ArgumentException);

    [TestCaseSource(nameof(Kinds))]
    public void Constructor_Null_Throws(string kind) => Assert.That(() => Make(kind, null!), Throws.ArgumentNullException);

    [TestCaseSource(nameof(Kinds))]
    public void Constructor_BadName_DoesNotRepeatItInTheMessage(string kind) =>
        Assert.That(() => Make(kind, "Aoife Canary"), Throws.ArgumentException.With.Message.Not.Contains("Canary"));

    [Test]
    public void ToString_IsTheName()
    {
        Assert.That(new ChannelId("website").ToString(), Is.EqualTo("website"));
        Assert.That(new PurposeId("website").ToString(), Is.EqualTo("website"));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Constructor_TrailingLineFeed_Throws(string kind) => Assert.That(() => Make(kind, "seesaw\n"), Throws.ArgumentException);

    private static string Make(string kind, string name) => kind == "channel" ? new ChannelId(name).Value : new PurposeId(name).Value;
}
