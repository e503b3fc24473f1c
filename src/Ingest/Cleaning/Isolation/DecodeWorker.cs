using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation.Linux;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>A decoding child's whole life: readies itself, gives up its rights, then decodes one picture after another from its input until that ends.</summary>
/// <remarks>Nothing but frames may be written to the output; whoever reads them trusts none.</remarks>
public static class DecodeWorker
{
    /// <summary>The argument that makes the executable such a child.</summary>
    public const string Command = "decode-worker";

    private const long LargestOriginal = 1L << 30;

    /// <summary>More than this left behind by one picture is given back at once.</summary>
    private const long Much = 96L << 20;

    /// <returns>The exit code.</returns>
    public static int Run()
    {
        using var input = Pipe(0, FileAccess.Read);
        using var output = Pipe(1, FileAccess.Write);
        using var services = new ServiceCollection().AddIngest().BuildServiceProvider();
        var formats = services.GetRequiredService<FormatCatalog>();
        WarmUp.Run(formats);
        Frames.WriteHello(output, GiveUpRights());
        try
        {
            byte[] original = [];
            while (Frames.ReadRequest(input, LargestOriginal) is { } request)
            {
                SetAlarm(request.Seconds);
                switch (request)
                {
                    case StudyRequest study:
                        original = study.Original;
                        Frames.Write(output, Answer(formats, original));
                        break;
                    case DecodeRequest decode:
                        Frames.Write(output, Answer(formats, decode, original));
                        original = [];
                        break;
                }

                SetAlarm(0);
                if (GC.GetTotalMemory(forceFullCollection: false) > Much)
                {
                    GC.Collect();
                }
            }

            return 0;
        }
        catch (Exception e) when (e is BrokenFrameException or IOException)
        {
            return 1;
        }
    }

    /// <summary>Gives up what the platform lets be given up, in every thread and for good.</summary>
    /// <returns>What is now in force.</returns>
    internal static Protections GiveUpRights() => OperatingSystem.IsLinux() ? Hold.Apply() : Protections.None;

    /// <remarks>The console's own streams set terminals and signals up at their first use, for which this process has no right.</remarks>
    private static Stream Pipe(int handle, FileAccess access) => OperatingSystem.IsWindows()
        ? access == FileAccess.Read ? Console.OpenStandardInput() : Console.OpenStandardOutput()
        : new FileStream(new SafeFileHandle(handle, ownsHandle: false), access, bufferSize: 0);

    private static void SetAlarm(int seconds)
    {
        if (OperatingSystem.IsLinux())
        {
            Kernel.SetAlarm(seconds);
        }
    }

    private static StudyAnswer Answer(FormatCatalog formats, byte[] original)
    {
        try
        {
            return new(ReasonCode.None, new FileStudent(formats).Study(original));
        }
        catch (MediaException held)
        {
            return new(held.Reason, null);
        }
        catch (OutOfMemoryException)
        {
            return new(ReasonCode.TooLarge, null);
        }
#pragma warning disable CA1031 // whatever a reader throws over hostile bytes is that file's matter, and this process is not used again
        catch (Exception)
#pragma warning restore CA1031
        {
            return new(ReasonCode.Undecodable, null);
        }
    }

    private static DecodeAnswer Answer(FormatCatalog formats, DecodeRequest request, byte[] original)
    {
        var options = new CleaningOptions { Quality = request.Quality, ThreadsPerPicture = request.Threads, LargestPicture = request.LargestPicture };
        try
        {
            var picture = new PictureDecoder(formats, Options.Create(options)).Decode(original, request.Format, CancellationToken.None);
            return new(ReasonCode.None, picture.Width, picture.Height, picture.Notes.Contains(PictureDecoder.AlphaOnWhite), picture.Jpeg);
        }
        catch (MediaException held)
        {
            return DecodeAnswer.Refusal(held.Reason);
        }
        catch (OutOfMemoryException)
        {
            return DecodeAnswer.Refusal(ReasonCode.TooLarge);
        }
#pragma warning disable CA1031 // whatever a library throws over hostile bytes is that file's matter, and this process is not used again
        catch (Exception)
#pragma warning restore CA1031
        {
            return DecodeAnswer.Refusal(ReasonCode.Undecodable);
        }
    }
}
