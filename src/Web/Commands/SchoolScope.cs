using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Identity;

namespace MediaGuard.Web.Commands;

/// <summary>Runs a command on the school of a data folder, in somebody's name where one is given.</summary>
internal static class SchoolScope
{
    public static async Task<int> RunAsync(string data, string? by, Func<IServiceProvider, SchoolId, UserId?, Task<int>> act, CancellationToken cancellationToken)
    {
        await using var services = await Services.OpenAsync(data, cancellationToken);
        var school = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken))[0];
        await using var scope = services.CreateAsyncScope();
        UserId? user = by is null ? null
            : await scope.ServiceProvider.GetRequiredService<UserBooks>().FindIdAsync(school.Id, by) ?? throw new CommandException(ExitCodes.WrongUsage, "there is no such account");
        return await act(scope.ServiceProvider, school.Id, user);
    }
}
