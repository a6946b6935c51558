using System.CommandLine;
using TeacherCpd.Application.Accounts;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>admin create</c>: the first administrator. The password comes from the standard input: arguments are seen by others.</summary>
internal static class CreateAdminCommand
{
    private static readonly Option<string> Iin = new("--iin") { Description = "National number, 12 digits.", Required = true };
    private static readonly Option<string> FamilyName = new("--family-name") { Description = "Family name.", Required = true };
    private static readonly Option<string> GivenName = new("--given-name") { Description = "Given name.", Required = true };

    public static Command Create(TextReader input)
    {
        var command = new Command("create", "Make an administrator. The first line of the standard input is the password.") { Iin, FamilyName, GivenName };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync("Password:");
            var password = await input.ReadLineAsync(cancellationToken) ?? "";
            return await Product.SendAsync(
                arguments,
                new CreateAdministratorCommand(arguments.GetValue(Iin)!, arguments.GetValue(FamilyName)!, arguments.GetValue(GivenName)!, password),
                _ => "The administrator can sign in with the national number and the password.",
                cancellationToken);
        });
        return command;
    }
}
