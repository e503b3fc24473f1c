using System.Globalization;
using System.Text.Json;

namespace MediaGuard.Records.Register;

/// <summary>What a form shows of an entry as one text, kept in the form to tell whether the entry is still that when it is sent.</summary>
/// <remarks>The fields and not the row's version, which a protection counts up and a parent's refusal does not.</remarks>
internal static class ShownFields
{
    public static string Of(params object?[] fields) => JsonSerializer.Serialize(fields.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture)));
}
