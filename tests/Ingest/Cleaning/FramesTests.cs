using System.Collections.Immutable;
using CsCheck;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Formats.Metadata;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class FramesTests
{
    private const int Largest = 5000;

    private static readonly Gen<byte[]> Tail = Gen.Byte.Array[0, 60];

    [Test]
    public void ReadAnswer_AnyBytes_IsAnAnswerOrAnAgreedException() =>
        Tail.Select(Gen.Bool, (bytes, marked) => marked ? (byte[])[0x01, (byte)'M', (byte)'G', (byte)'A', .. bytes] : bytes).Sample(bytes =>
        {
            try
            {
                var answer = Frames.ReadAnswer(new MemoryStream(bytes), 1_000_000, Largest);
                return answer.Jpeg.Length <= Largest && (long)answer.Width * answer.Height <= 1_000_000;
            }
            catch (Exception e)
            {
                return e is BrokenFrameException or EndOfStreamException;
            }
        });

    [Test]
    public void ReadRequest_AnyBytes_IsARequestOrAnAgreedException() =>
        Gen.Select(Tail, Gen.Bool, Gen.OneOf(Gen.Const((byte)'R'), Gen.Const((byte)'S')), (bytes, marked, mark) => marked ? (byte[])[0x01, (byte)'M', (byte)'G', mark, .. bytes] : bytes).Sample(bytes =>
        {
            try
            {
                return Frames.ReadRequest(new MemoryStream(bytes), Largest) is not StudyRequest request || request.Original.Length <= Largest;
            }
            catch (Exception e)
            {
                return e is BrokenFrameException or EndOfStreamException;
            }
        });

    [Test]
    public void Answer_WrittenAndRead_IsTheSame() =>
        Gen.Select(Gen.Int[1, 900], Gen.Int[1, 900], Gen.Bool, Gen.Byte.Array[1, 300]).Sample((width, height, alpha, jpeg) =>
        {
            var pipe = new MemoryStream();
            Frames.Write(pipe, new DecodeAnswer(ReasonCode.None, width, height, alpha, jpeg));
            pipe.Position = 0;
            var read = Frames.ReadAnswer(pipe, 1_000_000, Largest);
            return (read.Width, read.Height, read.AlphaOnWhite) == (width, height, alpha) && read.Jpeg.SequenceEqual(jpeg);
        });

    [Test]
    public void Request_WrittenAndRead_IsTheSame()
    {
        var pipe = new MemoryStream();
        Frames.Write(pipe, new StudyRequest(9, [1, 2, 3]));
        Frames.Write(pipe, new DecodeRequest(MediaFormat.Heif, 95, 2, 48_000_000, 23));
        pipe.Position = 0;
        var study = (StudyRequest)Frames.ReadRequest(pipe, Largest)!;
        Assert.That((study.Seconds, study.Original), Is.EqualTo((9, new byte[] { 1, 2, 3 })));
        Assert.That(Frames.ReadRequest(pipe, Largest), Is.EqualTo(new DecodeRequest(MediaFormat.Heif, 95, 2, 48_000_000, 23)));
        Assert.That(Frames.ReadRequest(pipe, Largest), Is.Null);
    }

    [Test]
    public void Study_WrittenAndRead_IsTheSame() =>
        Gen.Select(Gen.Int[0, 70_000], Gen.String, Gen.String.Array[0, 260], Gen.Long[-1, DateTime.MaxValue.Ticks], Gen.Int[-840, 840], Gen.Bool).Sample(
            (width, make, texts, ticks, minutes, flag) =>
            {
                var study = Study(width, make, texts, ticks < 0 ? null : new DateTime(ticks), flag ? TimeSpan.FromMinutes(minutes) : null, flag);
                var pipe = new MemoryStream();
                Frames.Write(pipe, new StudyAnswer(ReasonCode.None, study));
                pipe.Position = 0;
                var read = Frames.ReadStudy(pipe).Study!;
                Assert.That(read.Said.Names, Is.EqualTo(study.Said.Names));
                Assert.That(read.Said.Regions, Is.EqualTo(study.Said.Regions));
                Assert.That(read.Removed, Is.EqualTo(study.Removed));
                Assert.That(read.Notes, Is.EqualTo(study.Notes));
                var empty = read.Said with { Names = study.Said.Names, KindsOfMetadata = study.Said.KindsOfMetadata, Regions = study.Said.Regions };
                Assert.That(empty, Is.EqualTo(study.Said));
                Assert.That(read.Said.KindsOfMetadata, Is.EqualTo(study.Said.KindsOfMetadata));
                Assert.That(read.IsWhole, Is.EqualTo(study.IsWhole));
                Assert.That(pipe.Position, Is.EqualTo(pipe.Length));
            },
            writeLine: TestContext.Out.WriteLine,
            iter: 500);

    /// <remarks>Also bytes that a child changed on purpose: what comes out is tidy whatever went in.</remarks>
    [Test]
    public void ReadStudy_AnyBytes_IsATidyStudyOrAnAgreedException() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 300], Gen.Byte, Gen.Bool).Sample(
            (noise, at, value, mangled) =>
            {
                var body = noise;
                if (mangled)
                {
                    body = StudyCode.Write(Study(7, "Maker", ["Amelia"], new DateTime(2026, 6, 1), null, true));
                    body[at % body.Length] = value;
                }

                var head = new byte[] { 1, (byte)'M', (byte)'G', (byte)'U', 0, 0, 0, 0, (byte)body.Length, (byte)(body.Length >> 8), 0, 0 };
                try
                {
                    var study = Frames.ReadStudy(new MemoryStream([.. head, .. body])).Study!;
                    return study.Said.Names.All(name => name.Text.All(letter => !char.IsControl(letter))) && study.Said.Regions.All(region => Enum.IsDefined(region.Kind) && region.Area is not { Width: < 0 or > 1 }) && study.Said.Width >= 0 && (study.Said.CameraMake?.Length ?? 0) <= 100;
                }
                catch (Exception e)
                {
                    return e is BrokenFrameException or EndOfStreamException;
                }
            },
            writeLine: TestContext.Out.WriteLine,
            iter: 50_000);

    private static FileStudy Study(int width, string make, string[] texts, DateTime? captured, TimeSpan? offset, bool flag)
    {
        var names = new FoundNames();
        Array.ForEach(texts, text => names.Add("XMP dc:title", text));
        var regions = new FoundRegions();
        Array.ForEach(texts, text => regions.Add((RegionKind)(text.Length % 6), text, RegionArea.Of(text.Length / 100.0, 0.5, 0.1, 0.1)));
        var removed = ImmutableSortedDictionary<string, int>.Empty.Add(MetadataKinds.Exif, 1 + width);
        var said = new Understanding(MediaFormat.Jpeg, width, 2 * width, CameraFacts.Tidy(make), null, "77", captured, offset, flag, names.ToNames(), [.. removed.Keys]) { Regions = regions.ToRegions() };
        return new(said, !flag, removed, flag ? [FormatFacts.FirstFrameOnly] : []);
    }
}
