using MediaGuard.Tests.Support;

namespace MediaGuard.Media.Tests.Support;

public sealed class ExifToolTests
{
    // The smallest GIF, with a comment.
    private static readonly byte[] Gif =
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, 5, .. "hello"u8, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    [Test]
    public async Task ReadAllAsync_TwoFiles_DescribesEachInOrder()
    {
        using var folder = new TempFolder();
        var gif = folder.At("-strange ñame.gif");
        var text = folder.At("note.txt");
        await File.WriteAllBytesAsync(gif, Gif);
        await File.WriteAllTextAsync(text, "words");

        var found = await ExifTool.ReadAllAsync([gif, text], CancellationToken.None);

        Assert.That(found[0]["File:Comment"].GetString(), Is.EqualTo("hello"));
        Assert.That(found[1]["File:FileType"].GetString(), Is.EqualTo("TXT"));
    }

    [Test]
    public void ReadAsync_NoSuchFile_Throws()
    {
        using var folder = new TempFolder();
        Assert.That(() => ExifTool.ReadAsync(Path.Combine(folder.FullName, "none.jpg"), CancellationToken.None), Throws.InvalidOperationException.Or.InstanceOf<IgnoreException>());
    }
}
