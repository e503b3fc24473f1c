using System.Buffers.Binary;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>
/// The frames on the two pipes, little-endian, each a head of fixed size and a body whose length the head says. Reading is total and bounded: a length beyond the reader's own
/// limit is refused before a byte is reserved for it.
/// </summary>
internal static class Frames
{
    public const int RequestHead = 24;
    public const int AnswerHead = 24;
    public const int HelloLength = 12;

    private const uint HelloMark = 0x4847_4D01; // the last byte is the protocol's version
    private const uint RequestMark = 0x5247_4D01;
    private const uint AnswerMark = 0x4147_4D01;
    private const uint StudyMark = 0x5347_4D01;
    private const uint StudyAnswerMark = 0x5547_4D01;
    private const int StudyAnswerHead = 12;

    /// <summary>What a child may refuse a picture for; anything else it says is a broken frame.</summary>
    private static readonly ReasonCode[] Refusals =
        [ReasonCode.NotAPicture, ReasonCode.FormatNotSupported, ReasonCode.Truncated, ReasonCode.Undecodable, ReasonCode.TooLarge];

    public static void WriteHello(Stream stream, Protections protections)
    {
        Span<byte> head = stackalloc byte[HelloLength];
        BinaryPrimitives.WriteUInt32LittleEndian(head, HelloMark);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)protections);
        stream.Write(head);
        stream.Flush();
    }

    public static Protections ReadHello(Stream stream)
    {
        Span<byte> head = stackalloc byte[HelloLength];
        stream.ReadExactly(head);
        Require(BinaryPrimitives.ReadUInt32LittleEndian(head) == HelloMark);
        return (Protections)(BinaryPrimitives.ReadInt32LittleEndian(head[4..]) & 0x1FF);
    }

    public static void Write(Stream stream, StudyRequest request)
    {
        Span<byte> head = stackalloc byte[RequestHead];
        BinaryPrimitives.WriteUInt32LittleEndian(head, StudyMark);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], request.Original.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[20..], request.Seconds);
        stream.Write(head);
        stream.Write(request.Original);
        stream.Flush();
    }

    public static void Write(Stream stream, DecodeRequest request)
    {
        Span<byte> head = stackalloc byte[RequestHead];
        BinaryPrimitives.WriteUInt32LittleEndian(head, RequestMark);
        head[4] = (byte)request.Format;
        head[5] = (byte)request.Quality;
        head[6] = (byte)request.Threads;
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], request.LargestPicture);
        BinaryPrimitives.WriteInt32LittleEndian(head[20..], request.Seconds);
        stream.Write(head);
        stream.Flush();
    }

    /// <summary>The next request; null when the other side closed its end between two.</summary>
    public static IRequest? ReadRequest(Stream stream, long largest)
    {
        Span<byte> head = stackalloc byte[RequestHead];
        var read = stream.ReadAtLeast(head, RequestHead, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        Require(read == RequestHead);
        var mark = BinaryPrimitives.ReadUInt32LittleEndian(head);
        var format = (MediaFormat)head[4];
        var pixels = BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
        var seconds = BinaryPrimitives.ReadInt32LittleEndian(head[20..]);
        Require(seconds is >= 1 and <= 3600);
        if (mark == StudyMark)
        {
            Require(length >= 0 && length <= largest);
            var original = GC.AllocateUninitializedArray<byte>(length);
            stream.ReadExactly(original);
            return new StudyRequest(seconds, original);
        }

        Require(mark == RequestMark && Enum.IsDefined(format) && (head[5] is >= 1 and <= 100) && (head[6] is >= 1 and <= 64) && pixels > 0);
        return new DecodeRequest(format, head[5], head[6], pixels, seconds);
    }

    public static void Write(Stream stream, StudyAnswer answer)
    {
        var body = answer.Study is { } study ? StudyCode.Write(study) : [];
        Span<byte> head = stackalloc byte[StudyAnswerHead];
        BinaryPrimitives.WriteUInt32LittleEndian(head, StudyAnswerMark);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)answer.Reason);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], body.Length);
        stream.Write(head);
        stream.Write(body);
        stream.Flush();
    }

    /// <exception cref="BrokenFrameException">Any field is outside its range.</exception>
    public static StudyAnswer ReadStudy(Stream stream)
    {
        Span<byte> head = stackalloc byte[StudyAnswerHead];
        stream.ReadExactly(head);
        Require(BinaryPrimitives.ReadUInt32LittleEndian(head) == StudyAnswerMark);
        var reason = (ReasonCode)BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (reason != ReasonCode.None)
        {
            Require(Refusals.Contains(reason) && length == 0);
            return new(reason, null);
        }

        Require(length is > 0 and <= StudyCode.Longest);
        var body = new byte[length];
        stream.ReadExactly(body);
        return new(ReasonCode.None, StudyCode.Read(body));
    }

    public static void Write(Stream stream, DecodeAnswer answer)
    {
        Span<byte> head = stackalloc byte[AnswerHead];
        BinaryPrimitives.WriteUInt32LittleEndian(head, AnswerMark);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)answer.Reason);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], answer.Width);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], answer.Height);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], answer.AlphaOnWhite ? 1 : 0);
        BinaryPrimitives.WriteInt32LittleEndian(head[20..], answer.Jpeg.Length);
        stream.Write(head);
        stream.Write(answer.Jpeg);
        stream.Flush();
    }

    /// <summary>An answer to a picture of at most <paramref name="pixels"/>; a JPEG beyond <paramref name="largest"/> bytes is TooLarge and left unread.</summary>
    /// <exception cref="BrokenFrameException">Any field is outside its range.</exception>
    public static DecodeAnswer ReadAnswer(Stream stream, long pixels, int largest)
    {
        Span<byte> head = stackalloc byte[AnswerHead];
        stream.ReadExactly(head);
        Require(BinaryPrimitives.ReadUInt32LittleEndian(head) == AnswerMark);
        var reason = (ReasonCode)BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        var width = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        var height = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        var notes = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[20..]);
        if (reason != ReasonCode.None)
        {
            Require(Refusals.Contains(reason) && width == 0 && height == 0 && notes == 0 && length == 0);
            return DecodeAnswer.Refusal(reason);
        }

        Require(width is > 0 and <= 65_535 && height is > 0 and <= 65_535 && (long)width * height <= pixels && (notes is 0 or 1) && length > 0);
        if (length > largest)
        {
            return DecodeAnswer.Refusal(ReasonCode.TooLarge);
        }

        var jpeg = GC.AllocateUninitializedArray<byte>(length);
        stream.ReadExactly(jpeg);
        return new(ReasonCode.None, width, height, notes == 1, jpeg);
    }

    private static void Require(bool agreed)
    {
        if (!agreed)
        {
            throw new BrokenFrameException();
        }
    }
}
