using System.Collections;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Testing;

/// <summary>
/// SQL Server cannot be installed where the tests run. So every query that a test sends to another database is also
/// compiled for SQL Server, and its T-SQL is parsed: a query that SQL Server would not take fails the test that sent it.
/// Each shape of query once a process, as the cache of compiled queries has it.
/// </summary>
public sealed class SqlServerTwin : IQueryExpressionInterceptor
{
    /// <summary>The one of the process.</summary>
    public static readonly SqlServerTwin Instance = new();

    private static int parsed;

    private SqlServerTwin()
    {
    }

    /// <summary>How many statements were parsed so far.</summary>
    public static int Parsed => parsed;

    /// <inheritdoc/>
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (!eventData.Context!.Database.IsSqlServer())
        {
            Check(queryExpression);
        }

        return queryExpression;
    }

    private static void Check(Expression query)
    {
        var capture = new Capture();
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        builder.UseProvider(
            new DatabaseSettings { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=localhost" },
            new StorageSettings());
        builder.AddInterceptors(capture);
        using var twin = new AppDbContext(builder.Options);
        var expression = new Transplant(twin).Visit(query);
        try
        {
            Run(((IQueryable)twin.Organisations).Provider, expression);
        }
        catch (Exception) when (capture.Statements.Count > 0)
        {
            // nothing came back, as nothing was asked: First() of nothing throws, and so do scalars
        }

        foreach (var statement in capture.Statements)
        {
            TransactSql.Parse(statement);
            Interlocked.Increment(ref parsed);
        }
    }

    // a sequence is sent when it is enumerated, anything else at once
    private static void Run(IQueryProvider provider, Expression query)
    {
        var item = query.Type.GetInterfaces().Append(query.Type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GetGenericArguments()[0];
        var result = typeof(IQueryProvider).GetMethods().Single(m => m is { Name: nameof(IQueryProvider.Execute), IsGenericMethod: true })
            .MakeGenericMethod(item is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(item))
            .Invoke(provider, BindingFlags.DoNotWrapExceptions, null, [query], null);
        foreach (var _ in result as IEnumerable ?? Array.Empty<object>())
        {
            break;
        }
    }

    /// <summary>The same query on the twin's model, with a sample in each parameter's place.</summary>
    private sealed class Transplant(DbContext twin) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => new EntityQueryRootExpression(twin.Model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression parameter => Expression.Constant(Sample(parameter.Type), parameter.Type),
            _ => base.VisitExtension(node),
        };

        private static object? Sample(Type type)
        {
            var item = type == typeof(string) ? null : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
            if (item is not null)
            {
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
                list.Add(Sample(item));
                list.Add(Sample(item));
                if (!type.IsArray)
                {
                    return list;
                }

                var array = Array.CreateInstance(item, 2);
                list.CopyTo(array, 0);
                return array;
            }

            type = Nullable.GetUnderlyingType(type) ?? type;
            return type == typeof(string) ? "x" : type.IsValueType ? Activator.CreateInstance(type) : null;
        }
    }

    /// <summary>Keeps what would be sent, and sends nothing.</summary>
    private sealed class Capture : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public List<string> Statements { get; } = [];

        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Statements.Add(command.CommandText);
#pragma warning disable CA2000 // an empty table holds nothing to dispose of
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
#pragma warning restore CA2000
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Statements.Add(command.CommandText);
            return InterceptionResult<object>.SuppressWithResult(0);
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Statements.Add(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(0);
        }
    }
}
