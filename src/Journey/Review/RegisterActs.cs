using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Review;

internal sealed class RegisterActs(IHeads heads, Decider decider, Wake wake) : IRegisterActs
{
    public Task RecordAsync(SchoolId school, UserId? by, IReadOnlyCollection<NewConsent> said, CancellationToken cancellationToken) => ChangeAsync(
        school,
        head =>
        {
            foreach (var one in said)
            {
                head.RecordConsent(one.Person, one.Purpose, one.Answer, one.From ?? head.Today, one.Until, one.How, one.Evidence, by);
            }

            return Task.CompletedTask;
        },
        cancellationToken);

    public Task ProtectAsync(SchoolId school, UserId by, PersonId person, bool isProtected, CancellationToken cancellationToken) =>
        ChangeAsync(school, head => head.ProtectAsync(person, isProtected, by, cancellationToken), cancellationToken);

    private async Task ChangeAsync(SchoolId school, Func<HeadTransaction, Task> change, CancellationToken cancellationToken)
    {
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            await change(head);
            await decider.DecideAgainAsync(head, Redecider.AtOnce, cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        wake.Up();
    }
}
