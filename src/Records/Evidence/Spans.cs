using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Evidence;

/// <summary>Counts how long things took where the rows lie.</summary>
/// <remarks>Two columns of instants can't be subtracted in a query of EF; on both databases they are microseconds.</remarks>
internal static class Spans
{
    public const double Hour = 3_600_000_000;

    public static async Task<SpanCounts> CountAsync(IQueryable<SpanRow> spans, CancellationToken cancellationToken)
    {
        var count = await spans.CountAsync(cancellationToken);
        if (count == 0)
        {
            return SpanCounts.None;
        }

        var longest = await spans.MaxAsync(s => s.Value, cancellationToken);
        var middle = await spans.Select(s => s.Value).OrderBy(s => s).Skip((count - 1) / 2).Take(2 - (count % 2)).ToListAsync(cancellationToken);
        return new SpanCounts(count, middle.Average() / Hour, longest / Hour);
    }
}
