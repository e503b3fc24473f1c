using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>
/// One step of the journey. It has one effect, which may be repeated without harm, and saves it under the lease.
/// Throws <see cref="MediaGuard.Media.MediaException"/> for what is wrong with the photo or its surroundings; anything else is a failure of the step.
/// </summary>
internal interface IStep
{
    Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken);
}
