using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Records.Releases;

internal sealed class ReleaseLedger(IHeads heads) : IReleaseLedger
{
    public async Task<IReleaseTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken) =>
        new ReleaseTransaction(await heads.BeginAsync(school, cancellationToken));
}
