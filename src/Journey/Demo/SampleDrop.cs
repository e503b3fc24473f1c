using System.Diagnostics;
using MediaGuard.Ingest.Formats.Dressing;

namespace MediaGuard.Journey.Demo;

/// <summary>The sample photos as they are put into the share: dressed with EXIF, GPS and telling names, so that there is something to take away.</summary>
internal sealed class SampleDrop
{
    private const double Latitude = 53.7632;
    private const double Longitude = -2.7031;

    private readonly List<(string Path, byte[] Bytes)> files = [];

    /// <summary>The bytes of the photo in which everybody is named beforehand and consents.</summary>
    public byte[] EverybodyNamed { get; private set; } = [];

    /// <summary>The bytes of the photo in which somebody who refused is named beforehand.</summary>
    public byte[] OneRefused { get; private set; } = [];

    public static SampleDrop Prepare(IReadOnlyDictionary<string, byte[]> pictures, DateTime now)
    {
        var drop = new SampleDrop();
        var taken = now.AddHours(-3);
        DressedPicture Ipad(string title) => new("Apple", "iPad (9th generation)", taken = taken.AddMinutes(4), Latitude, Longitude, title);

        drop.EverybodyNamed = PictureDresser.Dress(pictures["sample6.jpg"], Ipad("Benji, Chloe, Esme and Finley by the window"), keepTop: 0.6);
        drop.OneRefused = PictureDresser.Dress(pictures["sample3.jpg"], Ipad("Dev Patelhurst and friends"));
        drop.Add("Oak/Benji Chloe Esme and Finley.jpg", drop.EverybodyNamed);
        drop.Add("Oak/IMG_0412_dev-patelhurst.jpg", drop.OneRefused);
        drop.Add("Oak/IMG_0413.jpg", PictureDresser.Dress(pictures["sample1.jpg"], Ipad("After assembly"), keepTop: 0.6));
        drop.Add("Oak/IMG_0414.jpg", PictureDresser.Dress(pictures["sample3.jpg"], Ipad("Dev and friends again"), keepTop: 0.5));
        drop.Add("Oak/our new display.jpg", PictureDresser.DrawWall(Ipad("Oak class wall")));
        drop.Add("Elm/childFaces Sami.jpg", PictureDresser.Dress(pictures["childFaces.jpg"], Ipad("How does Sami feel today?") with { Model = "iPad Air (5th generation)" }));
        drop.Add("Elm/IMG_2205.jpg", PictureDresser.Dress(pictures["sample5.jpg"], Ipad("Elm on the stairs") with { Model = "iPad Air (5th generation)" }));
        drop.Add("Elm/from my phone.jpg", PictureDresser.Dress(pictures["sample4.jpg"], new DressedPicture("Pocketphone", "PP-7 Ultra", taken, Latitude, Longitude, "Tilly's mum took this")));
        var whole = PictureDresser.Dress(pictures["sample2.jpg"], Ipad("Reading corner"));
        drop.Add("Elm/IMG_2206 half copied.jpg", whole[..(whole.Length / 2)]);
        drop.Add("Elm/register Elm autumn.jpg", "Not a picture: a list somebody saved under the wrong name.\n"u8.ToArray());
        drop.heicSource = PictureDresser.Dress(pictures["sample2.jpg"], Ipad("Reading corner, Rose Kingsmead"));
        return drop;
    }

    private byte[] heicSource = [];

    /// <summary>Writes every file as a copying device would: under a temporary name first. The HEIC is made where <c>heif-enc</c> is at hand.</summary>
    public async Task<int> WriteAsync(string share, IProgress<string> progress, CancellationToken cancellationToken)
    {
        foreach (var (path, bytes) in files)
        {
            await PutAsync(Path.Combine(share, path), bytes, cancellationToken);
        }

        var heic = await MakeHeicAsync(cancellationToken);
        if (heic is null)
        {
            progress.Report("samples: heif-enc is not installed, so there is no HEIC among them (package libheif-examples)");
            return files.Count;
        }

        await PutAsync(Path.Combine(share, "Elm", "IMG_2207.heic"), heic, cancellationToken);
        return files.Count + 1;
    }

    private static async Task PutAsync(string target, byte[] bytes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName;
        var part = Path.Combine(folder, "." + Path.GetFileName(target) + ".tmp");
        await File.WriteAllBytesAsync(part, bytes, cancellationToken);
        File.Move(part, target, overwrite: true);
    }

    private void Add(string path, byte[] bytes) => files.Add((path, bytes));

    private async Task<byte[]?> MakeHeicAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mediaguard-heic-");
        try
        {
            var jpeg = Path.Combine(folder.FullName, "in.jpg");
            var heic = Path.Combine(folder.FullName, "out.heic");
            await File.WriteAllBytesAsync(jpeg, heicSource, cancellationToken);
            using var encoder = Process.Start(new ProcessStartInfo("heif-enc", ["-q", "80", "-o", heic, jpeg]) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (encoder is null)
            {
                return null;
            }

            await Task.WhenAll(encoder.StandardOutput.ReadToEndAsync(cancellationToken), encoder.StandardError.ReadToEndAsync(cancellationToken), encoder.WaitForExitAsync(cancellationToken));
            return encoder.ExitCode == 0 && File.Exists(heic) ? await File.ReadAllBytesAsync(heic, cancellationToken) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // not installed
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
