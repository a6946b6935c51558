using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Common;

/// <summary>
/// Third step of a command: one transaction, saved and audited when it went well, as if it never was when it failed.
/// Where somebody else changed the same record at the same moment, the command is decided again on what stands now.
/// </summary>
public sealed class TransactionBehaviour<TRequest, TResponse>(IAppDbContext db, AuditTrail audit, IBackgroundJobs jobs)
    : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IFailable<TResponse>
{
    // of those who come at once one goes through each time: a commission of seven, or a dozen assessors
    private const int MostTries = 15;
    private const int LongestPause = 20;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand || db.Database.CurrentTransaction is not null)
        {
            return await next();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.Database.CreateExecutionStrategy()
                    .ExecuteAsync(token => RunAsync(next, token), cancellationToken);
            }
            catch (Exception e) when (attempt < MostTries && e is (DbUpdateException or DbException))
            {
                // a concurrency token or a unique key: somebody else was first
                await Task.Delay(Random.Shared.Next(LongestPause), cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return TResponse.Failed(new ChangedMeanwhile());
            }
        }
    }

    private async Task<TResponse> RunAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // a repeated try starts from what the database holds
        db.ChangeTracker.Clear();
        jobs.Forget();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var response = await next();
        if (response.Error is not null)
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            jobs.Forget();
            return response;
        }

        await audit.SaveAsync(typeof(TRequest).Name, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        jobs.Release();
        return response;
    }
}
