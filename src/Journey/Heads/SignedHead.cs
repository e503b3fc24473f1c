using System.Globalization;
using System.Text;
using MediaGuard.Records.Audit;

namespace MediaGuard.Journey.Heads;

/// <summary>A head and the signature over it, as it is kept outside the database.</summary>
/// <param name="School">The school's id.</param>
/// <param name="At">When it was signed, ISO 8601.</param>
/// <param name="Signature">Over <see cref="Text"/>, base64.</param>
public sealed record SignedHead(string School, long Sequence, string Hash, string At, string Signature)
{
    /// <summary>What is signed: one line a field, so that no two heads share a form.</summary>
    public byte[] Text() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"MediaGuard audit head 1\n{School}\n{Sequence}\n{Hash}\n{At}\n"));

    public static SignedHead NotYetSigned(AuditHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new(head.School.ToString(), head.Sequence, head.Hash, head.At.ToString(), "");
    }
}
