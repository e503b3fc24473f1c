using System.Security.Cryptography;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

public sealed partial class Clearance
{
    /// <summary>The only door out. It decides anew under the school's head lock and commits the release before it hands out a clearance.</summary>
    public sealed class Gate(DecisionEngine engine, IReleaseLedger ledger)
    {
        private const int NameBytes = 16;

        /// <summary>
        /// Asks for one item to leave for one channel. A clearance exists only once the release is committed as Leaving; an exception
        /// means there is none, and asking again is safe: a release that stands keeps its id and its name.
        /// </summary>
        public async Task<GateOutcome> PassAsync(ReleaseRequest request, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(request);
            await using var transaction = await ledger.BeginAsync(request.School, cancellationToken);
            var ground = await transaction.LoadAsync(request.Media, request.Channel, cancellationToken);
            if (ground is null)
            {
                return GateOutcome.NotThere;
            }

            if (ground.Scene.Media != request.Media)
            {
                throw new InvalidOperationException("The ledger answered about another item than was asked for.");
            }

            var decision = engine.Decide(ground.Scene, ground.Register, ground.Policy);
            var channel = decision.Channels.FirstOrDefault(made => made.Channel == request.Channel);
            if (channel is not { Verdict: Verdict.Cleared })
            {
                await transaction.CommitWithheldAsync(request, decision, cancellationToken);
                return GateOutcome.Withheld(channel);
            }

            var release = ground.Existing ?? new StandingRelease(ReleaseId.New(), NewName());
            await transaction.CommitLeavingAsync(request, release.Id, release.ReleaseName, ground.Rendition, decision, cancellationToken);
            return GateOutcome.Passed(new Clearance(release.Id, release.ReleaseName, ground.Rendition, request), channel);
        }

        private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
    }
}
