-- For wrk, as CLIENTS behind one proxy: POSTs the lines of BODIES one after the other, with a number that never comes again where
-- they say NEW; with METHOD=GET, asks the addresses that the lines are.
local before, after, whole = {}, {}, {}
for line in io.lines(os.getenv("BODIES")) do
	local a, b = line:match("^(.*)NEW(.*)$")
	if a then before[#before + 1], after[#after + 1] = a, b else whole[#whole + 1] = line end
end
local get, path, first, asked = os.getenv("METHOD") == "GET", os.getenv("ADDRESS"), tonumber(os.getenv("FIRST")), 0
local clients, headers = tonumber(os.getenv("CLIENTS")), {}
for client = 1, clients do
	headers[client] = { ["Content-Type"] = "application/json", ["Accept"] = "application/json", ["X-Forwarded-For"] = "192.0.2." .. client }
end

function request()
	asked = asked + 1
	local from = headers[asked % clients + 1]
	if #before > 0 then
		local place = asked % #before + 1
		return wrk.format("POST", path, from, before[place] .. (first + asked) .. after[place])
	end
	local line = whole[asked % #whole + 1]
	return get and wrk.format("GET", path .. line, from) or wrk.format("POST", path, from, line)
end

function done(summary, latency)
	io.write(string.format('JSON {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"bytes":%d,"failed":%d}\n',
		summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), summary.bytes,
		summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
