using System.CommandLine;
using System.Text.Json;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Identity;

namespace MediaGuard.Web.Commands;

/// <summary>Local accounts.</summary>
internal static class UserCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make()
    {
        var data = Place.DataOption();
        var mail = new Argument<string>("mail");
        var name = new Option<string>("--name") { Description = "The name colleagues see.", Required = true };
        var role = new Option<string>("--role") { Description = string.Join(", ", SchoolRole.All), Required = true };
        role.AcceptOnlyFromAmong([.. SchoolRole.All]);
        var until = new Option<DateOnly?>("--until") { Description = "A guest's last day, such as 2026-12-18." };
        var add = new Command("add", "Make an account. The password is read from the terminal or standard input.") { mail, name, role, until, data };
        add.SetAction((parsed, stop) => WithUsersAsync(
            Place.Data(parsed.GetValue(data)),
            async (users, school) =>
            {
                Instant? end = parsed.GetValue(until) is { } day ? Instant.StartOf(day.AddDays(1), school.Zone) : null;
                await users.CreateAsync(school.Id, new(parsed.GetValue(mail)!, parsed.GetValue(name)!, parsed.GetValue(role)!, end), ReadPassword(), null);
                Console.WriteLine("made");
            },
            makes: true,
            stop));
        var password = new Command("password", "Set a new password; ends the person's sessions.") { mail, data };
        password.SetAction((parsed, stop) => WithUsersAsync(Place.Data(parsed.GetValue(data)), (users, _) => users.SetPasswordAsync(parsed.GetValue(mail)!, ReadPassword()), makes: false, stop));
        var disable = new Command("disable", "Let nobody sign in with it any more; what the person did stays on record.") { mail, data };
        disable.SetAction((parsed, stop) => WithUsersAsync(Place.Data(parsed.GetValue(data)), (users, _) => users.DisableAsync(parsed.GetValue(mail)!), makes: false, stop));
        var enable = new Command("enable", "Let a disabled or locked account sign in again.") { mail, data };
        enable.SetAction((parsed, stop) => WithUsersAsync(Place.Data(parsed.GetValue(data)), (users, _) => users.EnableAsync(parsed.GetValue(mail)!), makes: false, stop));
        var second = new Command("reset-second-factor", "Take codes and passkeys off an account whose phone or key is gone; ends its sessions.") { mail, data };
        second.SetAction((parsed, stop) => WithUsersAsync(Place.Data(parsed.GetValue(data)), (users, _) => users.ResetSecondFactorAsync(parsed.GetValue(mail)!), makes: false, stop));
        var json = Place.JsonOption();
        var list = new Command("list", "Every account and its role.") { data, json };
        list.SetAction((parsed, stop) => WithUsersAsync(
            Place.Data(parsed.GetValue(data)),
            async (users, school) =>
            {
                foreach (var user in await users.ListAsync(school.Id))
                {
                    Console.WriteLine(parsed.GetValue(json)
                        ? JsonSerializer.Serialize(new { mail = user.Mail, name = user.Name, role = user.Role, disabled = user.IsDisabled }, Lines)
                        : $"{user.Role,-11} {user.Mail,-36} {user.Name}{(user.IsDisabled ? "  (disabled)" : "")}");
                }
            },
            makes: false,
            stop));
        return new Command("user", "Local accounts.") { add, password, disable, enable, second, list };
    }

    /// <param name="makes">A data folder that is missing is made: the first account may come before the first start.</param>
    private static async Task<int> WithUsersAsync(string data, Func<UserBooks, SchoolInfo, Task> act, bool makes, CancellationToken cancellationToken)
    {
        await using var services = makes ? await Services.MakeAsync(data, cancellationToken) : await Services.OpenAsync(data, cancellationToken);
        if (makes)
        {
            await Services.EnsureSchoolAsync(services, cancellationToken);
        }

        var school = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken))[0];
        await using var scope = services.CreateAsyncScope();
        try
        {
            await act(scope.ServiceProvider.GetRequiredService<UserBooks>(), school);
            return ExitCodes.Done;
        }
        catch (UserBooksException e)
        {
            throw new CommandException(ExitCodes.SomeFailed, e.Message);
        }
    }

    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        Console.Write("Password: ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
