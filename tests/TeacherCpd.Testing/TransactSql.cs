using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TeacherCpd.Testing;

/// <summary>The grammar of SQL Server without a server.</summary>
public static class TransactSql
{
    /// <summary>Parses a script.</summary>
    /// <exception cref="InvalidOperationException">SQL Server 2022 would not take it.</exception>
    public static void Parse(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"T-SQL, line {errors[0].Line}: {errors[0].Message}\n{script}");
        }
    }
}
