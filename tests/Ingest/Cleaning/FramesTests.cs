using CsCheck;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
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
        Tail.Select(Gen.Bool, (bytes, marked) => marked ? (byte[])[0x01, (byte)'M', (byte)'G', (byte)'R', .. bytes] : bytes).Sample(bytes =>
        {
            try
            {
                return Frames.ReadRequest(new MemoryStream(bytes), Largest) is not { } request || request.Original.Length <= Largest;
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
        Frames.Write(pipe, new DecodeRequest(MediaFormat.Heif, 95, 2, 48_000_000, 23, [1, 2, 3]));
        pipe.Position = 0;
        var read = Frames.ReadRequest(pipe, Largest)!;
        Assert.That((read.Format, read.Quality, read.Threads, read.LargestPicture, read.Seconds), Is.EqualTo((MediaFormat.Heif, 95, 2, 48_000_000L, 23)));
        Assert.That(read.Original, Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(Frames.ReadRequest(pipe, Largest), Is.Null);
    }
}
