using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages;

/// <remarks>Who else was there, and whose picture it is: everybody it may show comes of that.</remarks>
internal abstract partial class PicturePage
{
    /// <summary>Every other class of the school, by name.</summary>
    public IReadOnlyList<ClassView> OtherClasses { get; private set; } = [];

    /// <summary>Another class was there: a visit, a trip, an assembly.</summary>
    public async Task<IActionResult> OnPostWithClassAsync(Guid? group, CancellationToken cancellationToken) =>
        await ClassAsync(group, cancellationToken) is { } chosen
            ? await SayAsync([new NewAttestation(AttestationKind.PoolAddsGroup) { Media = Media, Group = chosen.Id }], cancellationToken)
            : NotFound();

    /// <summary>Somebody from elsewhere was with the class and may be in it.</summary>
    /// <param name="visitor">As much of their name as says who is meant.</param>
    public async Task<IActionResult> OnPostWithPersonAsync(string? visitor, CancellationToken cancellationToken)
    {
        var found = string.IsNullOrWhiteSpace(visitor) ? [] : await views.FindPeopleAsync(Me.School, Media, ClassesOf, visitor, 2, cancellationToken);
        if (found is [var only])
        {
            return await SayOfPersonAsync(AttestationKind.PoolAddsPerson, AttestationKind.PoolAddsPerson, only.Id.Value, null, cancellationToken);
        }

        Leave(found.Count == 0
            ? Words.Text("Nothing was said: nobody on the register has a name like this.")
            : Words.Text("Nothing was said: more than one person has a name like this. Type more of it."));
        return Again();
    }

    /// <summary>The picture belongs to another class.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid? group, CancellationToken cancellationToken)
    {
        if (await ClassAsync(group, cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        await acts.MoveAsync(Me.School, Me.User, Media, chosen.Id, cancellationToken);
        Leave(Words.Text($"It belongs to {chosen.Name} now. Say again whether anybody from outside that class is in it."));
        return await MayAsync(cancellationToken) ? Again() : Redirect("/teacher");
    }

    private async Task<ClassView?> ClassAsync(Guid? group, CancellationToken cancellationToken) =>
        (await views.ClassesAsync(Me.School, null, cancellationToken)).FirstOrDefault(c => c.Id.Value == group && c.Id != Photo.Group);
}
