using System.Collections.Concurrent;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey;

/// <summary>Where each school's share lies.</summary>
internal sealed class Shares(IRecordsFactory records, IOptions<JourneyOptions> options)
{
    private readonly ConcurrentDictionary<SchoolId, string> roots = new();

    public async Task<string> RootAsync(SchoolId school, CancellationToken cancellationToken)
    {
        if (!roots.TryGetValue(school, out var root))
        {
            var info = (await records.SchoolsAsync(cancellationToken)).Single(s => s.Id == school);
            root = RootOf(info);
            roots[school] = root;
        }

        return root;
    }

    public string RootOf(SchoolInfo school) => school.SharePath.Length > 0 ? school.SharePath : options.Value.ShareFolder;
}
