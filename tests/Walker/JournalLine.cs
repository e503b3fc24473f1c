using System.Text.Json;

namespace MediaGuard.Walker;

/// <summary>One line of what a process saw. <c>no</c>: a refusal was committed before <see cref="Clock"/>. <c>begin</c>: a response of a release was begun after it.</summary>
/// <param name="Clock">The machine's monotonic clock, the same for every process.</param>
/// <param name="At">The transaction's moment, microseconds since 1970; 0 where there is none.</param>
public sealed record JournalLine(string Kind, long Clock, long At, Guid Subject, string Purpose)
{
    public static JournalLine Parse(string json) => JsonSerializer.Deserialize<JournalLine>(json) ?? throw new JsonException("No line.");

    public override string ToString() => JsonSerializer.Serialize(this);
}
